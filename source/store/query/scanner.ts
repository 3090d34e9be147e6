import {QueryError, quoteFound} from './query-error.ts';
import type {QueryProblem} from './query-error.ts';

/** Signs that a backslash makes ordinary; before any other it stands for itself (`DOM\alice`), but at a word's start. */
const special = /[\s!"\(\)*,\/:<>?\\\|~]/v;

/** A place in a search that moves forward as its words are read. */
export class Scanner {
	offset = 0;
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	get isAtEnd(): boolean {
		return this.offset >= this.text.length;
	}

	fail(problem: QueryProblem): never {
		throw new QueryError(this.text, problem);
	}

	skipBlanks(): void {
		this.offset += this.match(/\s*/vy).length;
	}

	/** What a sticky pattern finds here, or so many units further on; nothing is taken. */
	match(pattern: RegExp, ahead = 0): string {
		pattern.lastIndex = this.offset + ahead;
		return pattern.exec(this.text)?.[0] ?? '';
	}

	/** Take what the pattern finds here; empty when nothing. */
	take(pattern: RegExp): string {
		const found = this.match(pattern);
		this.offset += found.length;
		return found;
	}

	/** Take a text in quotes; `\"` and `\\` stand for the sign. */
	takeQuoted(): string {
		const found = this.take(/"(?:\\["\\]|[^"])*"/vy);
		if (found === '') {
			this.fail({offset: this.offset, length: 1, message: 'this quote is not closed', hint: String.raw`close it with another ", or write \" for the sign itself`});
		}

		return found.slice(1, -1).replaceAll(/\\(?<sign>["\\])/gv, '$<sign>');
	}

	/** Take a word, its wildcards still escaped; empty when none begins here. A comma ends it in the values of a field. */
	takeWord(isValue: boolean): string {
		let text = '';
		const start = this.offset;
		while (!this.isAtEnd) {
			const sign = this.match(/./svy);
			const next = sign === '\\' ? this.match(/./svy, 1) : '';
			if (sign === '\\' && next !== '' && (special.test(next) || this.offset === start)) {
				text += escapeWildcards(next);
				this.offset += 1 + next.length;
			} else if (/[\s"\(\)]/v.test(sign) || (isValue && sign === ',')) {
				break;
			} else {
				text += sign === '\\' ? String.raw`\\` : sign;
				this.offset += sign.length;
			}
		}

		return text;
	}
}

/** What stands at the scanner's place, for a message. */
export function nameNext(scanner: Scanner): string {
	const sign = scanner.match(/./svy);
	return sign === '' ? 'the end' : (sign.trim() === '' ? 'a blank' : quoteFound(sign));
}

/** Wildcards keep their backslash in the pattern; all else needs none there. */
function escapeWildcards(sign: string): string {
	return sign.replace(/[*?\\]/v, String.raw`\$&`);
}
