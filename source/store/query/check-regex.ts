import type {Scanner} from './scanner.ts';

/** Where a regular expression stands in a search, and what it is. */
type PlacedRegex = {readonly offset: number; readonly length: number; readonly source: string; readonly isIgnoringCase: boolean};

const maximumLength = 256;

/** Refuse what cannot be compiled and what needs more than one look at the text: back-references and look-around. */
export function checkRegex(scanner: Scanner, {offset, length, source, isIgnoringCase}: PlacedRegex): void {
	if (source.length > maximumLength) {
		scanner.fail({offset, length, message: `a regular expression has at most ${maximumLength} characters, this one has ${source.length}`});
	}

	const costly = findCostly(source);
	if (costly !== undefined) {
		scanner.fail({offset, length, message: `this regular expression is too costly: ${costly} cannot be used`, hint: 'search for what stands there itself, joined with and, or, not'});
	}

	try {
		compileRegex(source, isIgnoringCase);
	} catch (error) {
		const reason = error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /sv, '') : String(error);
		scanner.fail({offset, length, message: `this is no regular expression: ${reason.toLowerCase()}`, hint: 'put a backslash before a sign that is meant itself'});
	}
}

/**
Make what finds all matches of a regular expression in a line.

@throws {SyntaxError} when it is none.
*/
export function compileRegex(source: string, isIgnoringCase: boolean): RegExp {
	// Not `v`: that one wants backslashes in classes where people who know grep write none.

	return new RegExp(source, isIgnoringCase ? 'giu' : 'gu');
}

/** Inside a class these signs mean themselves. */
function findCostly(source: string): string | undefined {
	let isInClass = false;
	for (const [sign] of source.matchAll(/\\(?:[1-9]|k<|.)|\(\?<?[!=]|[\[\]]/gsv)) {
		if (sign === '[' || sign === ']') {
			isInClass = sign === '[';
		} else if (!isInClass && /^\\(?:[1-9]|k<)/v.test(sign)) {
			return 'a back-reference';
		} else if (!isInClass && sign.startsWith('(')) {
			return 'look-around';
		}
	}

	return undefined;
}
