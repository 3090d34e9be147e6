import {UserError} from '../../user-error.ts';

/** A search that cannot be read. `message` is for one line beside the box; `printQueryError` shows the place, too. */
export class QueryError extends UserError {
	override readonly name = 'QueryError';
	/** The search as typed. */
	readonly text: string;
	/** Where the fault is, in UTF-16 units of the text. */
	readonly offset: number;
	readonly length: number;
	/** What to do about it, e.g. `did you mean "yesterday"?`. */
	readonly hint: string | undefined;

	constructor(text: string, problem: QueryProblem) {
		super(problem.message);
		this.text = text;
		this.offset = problem.offset;
		this.length = problem.length;
		this.hint = problem.hint;
	}
}

export type QueryProblem = {
	readonly offset: number;
	readonly length: number;
	readonly message: string;
	readonly hint?: string | undefined;
};

/** Three lines: place and problem, the search, carets under the fault with the hint. Of a long search the part around the fault is shown. */
export function printQueryError({text, offset, length, message, hint}: QueryError): string {
	const from = Math.max(0, offset - shownUnits);
	const until = Math.min(text.length, offset + Math.min(length, shownUnits) + shownUnits);
	const before = `${from === 0 ? '' : '…'}${text.slice(from, offset)}`;
	// One character each, so that the carets stay below what they mean.
	const shown = `${before}${text.slice(offset, until)}${until === text.length ? '' : '…'}`.toWellFormed().replaceAll(/\p{Other}/gv, ' ');
	const carets = '^'.repeat(Math.max(1, countCharacters(text.slice(offset, Math.min(offset + length, until)))));
	return [
		`query:1:${countCharacters(text.slice(0, offset)) + 1}: ${message}`,
		`  ${shown}`,
		`  ${' '.repeat(countCharacters(before))}${carets}${hint === undefined ? '' : ` ${hint}`}`,
	].join('\n');
}

/** Shown before and behind a fault, in UTF-16 units. */
const shownUnits = 100;

/** What was found, fit for a message: short, in quotes, without controls. */
export function quoteFound(text: string): string {
	const characters = [...text];
	const cut = characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
	return `"${cut.replaceAll(/\p{Other}/gv, sign => String.raw`\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`)}"`;
}

function countCharacters(text: string): number {
	return [...text].length;
}
