/** One record of a timing string. `first` and `second` are its numbers; past 2^53 they are only approximate, which no valid count reaches. */
export type TimingRecord = {
	readonly mark: TimingMark;
	readonly first: number;
	/** Bytes of `[` and `]`, rows of `=`; 0 for the others. */
	readonly second: number;
	/** Where the record ends in the string. */
	readonly end: number;
};

export type TimingMark = '+' | '<' | '>' | '[' | ']' | '=';

/**
Read the record of a timing string that starts at `offset`, e.g. in `=80x24>12+13]1/3`: window size, 12 characters of output, 13 ms, one placeholder that stands for 3 bytes.

@returns `undefined` when no record stands there.
@see tlog `doc/log_format.md`
*/
export function readTimingRecord(timing: string, offset: number): TimingRecord | undefined {
	const mark = timing[offset];
	const firstEnd = skipDigits(timing, offset + 1);
	if (!isMark(mark) || firstEnd === offset + 1) {
		return undefined;
	}

	const first = Number(timing.slice(offset + 1, firstEnd));
	const separator = separators[mark];
	if (separator === undefined) {
		return {mark, first, second: 0, end: firstEnd};
	}

	const end = skipDigits(timing, firstEnd + 1);
	return timing[firstEnd] !== separator || end === firstEnd + 1 ? undefined : {mark, first, second: Number(timing.slice(firstEnd + 1, end)), end};
}

/** Where the next record starts, or the string's length. Only readers meet blanks; writers put none. */
export function skipBlanks(timing: string, offset: number): number {
	let end = offset;
	while (end < timing.length && blanks.includes(timing[end] ?? '')) {
		end++;
	}

	return end;
}

const separators: Readonly<Record<TimingMark, '/' | 'x' | undefined>> = {'+': undefined, '<': undefined, '>': undefined, '[': '/', ']': '/', '=': 'x'};
const blanks = ' \t\n\v\f\r';

function isMark(text: string | undefined): text is TimingMark {
	return text !== undefined && Object.hasOwn(separators, text);
}

function skipDigits(text: string, start: number): number {
	let end = start;
	while (isDigit(text.codePointAt(end))) {
		end++;
	}

	return end;
}

function isDigit(character: number | undefined): boolean {
	return character !== undefined && character >= 0x30 && character <= 0x39;
}
