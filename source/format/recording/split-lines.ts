import {createLineSplitter} from './line-splitter.ts';
import type {Line, LineSplitterOptions} from './line-splitter.ts';

export type {Line} from './line-splitter.ts';

/**
Split chunks of bytes into lines as they come. Memory stays within one chunk and one line of the largest size.

@yields Lines and faults in order; blank lines are left out.
*/
export async function * splitLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: LineSplitterOptions = {}): AsyncGenerator<Line, void, void> {
	const splitter = createLineSplitter(options);
	for await (const chunk of chunks) {
		yield * splitter.push(chunk);
	}

	yield * splitter.end();
}
