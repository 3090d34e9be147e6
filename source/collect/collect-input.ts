import {FormatError} from '../format/recording/format-error.ts';
import type {Line} from '../format/recording/line-splitter.ts';
import {splitLines} from '../format/recording/split-lines.ts';
import type {Store} from '../store/store.ts';
import {collectAsciicast} from './collect-asciicast.ts';
import {collectLines} from './collect-lines.ts';
import type {InputName} from './collect-lines.ts';
import type {CollectReport} from './report.ts';

/**
Bring one input into a store: lines (tlog's JSON, audit logs) or an asciicast, told by its first line.

An input that cannot be read to its end is kept as far as it goes; where it breaks off is one refused line of the report.

@param store - where to; what was acknowledged stays when anything fails later.
@param chunks - the input's bytes, decompressed. An `AbortError` ends it without a word.
@param name - the file, for places in the report, and whose audit log it is.
@throws {StoreError} when the store fails; {FormatError} when an asciicast's header cannot be read.
*/
export async function collectInput(store: Store, chunks: AsyncIterable<Uint8Array>, name: InputName): Promise<CollectReport> {
	const {file} = name;
	const lines = readLines(chunks, file);
	const first = await lines.next();
	const all = chain(first, lines);
	return !first.done && isAsciicastHeader(first.value) ? collectAsciicast(store, all, file) : collectLines(store, all, name);
}

/** The line that was being read when the input failed is not given: nobody knows how it goes on. */
async function * readLines(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Line> {
	let number = 0;
	try {
		for await (const line of splitLines(chunks, {file})) {
			({number} = line);
			yield line;
		}
	} catch (error) {
		if (isAbort(error)) {
			return;
		}

		if (!isReadFailure(error)) {
			throw error;
		}

		yield {type: 'fault', number: number + 1, error: new FormatError('incomplete-line', {file}, `cannot be read behind line ${number}: ${error.message}; the lines before are kept`, {cause: error})};
	}
}

function isAbort(error: unknown): boolean {
	return error instanceof Error && error.name === 'AbortError';
}

/** Of the system or of unpacking: those carry a name of what went wrong, and faults of ours do not. */
function isReadFailure(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error && typeof error.code === 'string';
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
