import type {Line} from '../format/recording/line-splitter.ts';
import {splitLines} from '../format/recording/split-lines.ts';
import type {Store} from '../store/store.ts';
import {collectAsciicast} from './collect-asciicast.ts';
import {collectLines} from './collect-lines.ts';
import type {CollectReport} from './report.ts';

/**
Bring one input into a store: tlog JSON lines or an asciicast, told by its first line.

@param store - where to; what was acknowledged stays when anything fails later.
@param chunks - the input's bytes, decompressed.
@param file - its name, for places in the report.
@throws {StoreError} when the store fails, and what reading the input throws.
*/
export async function collectInput(store: Store, chunks: AsyncIterable<Uint8Array>, file: string): Promise<CollectReport> {
	const lines = splitLines(chunks, {file})[Symbol.asyncIterator]();
	const first = await lines.next();
	const all = chain(first, lines);
	return !first.done && isAsciicastHeader(first.value) ? collectAsciicast(store, all, file) : collectLines(store, all, file);
}

async function * chain(first: IteratorResult<Line, unknown>, rest: AsyncIterator<Line>): AsyncGenerator<Line> {
	if (first.done) {
		return;
	}

	yield first.value;
	yield * {[Symbol.asyncIterator]: () => rest};
}

/** An asciicast's header says `version`, a message says `ver`. */
function isAsciicastHeader(line: Line): boolean {
	return line.type === 'line' && /^\s*\{/v.test(line.text) && /"version"\s*:\s*[23]\b/v.test(line.text) && !/"ver"\s*:/v.test(line.text);
}
