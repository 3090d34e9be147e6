/**
Find the end of the word at `start`, a blank or the text's end.

Programs write raw blanks into `msg='…'` and the kernel does into a few quoted words: there a value goes on, quoted to its quote, bare to what looks like the next field.
*/
export function readValueEnd(text: string, start: number, isNested: boolean): number {
	const end = endOfWord(text, start);
	const equals = text.indexOf('=', start);
	if (equals === -1 || equals >= end) {
		return end;
	}

	const first = text.codePointAt(equals + 1);
	if (first === quote) {
		return text.codePointAt(end - 1) === quote && end > equals + 2 ? end : endOfQuoted(text, equals + 2, end);
	}

	return isNested && first !== openingBracket ? endOfBare(text, equals, end) : end;
}

function endOfWord(text: string, start: number): number {
	const blank = text.indexOf(' ', start);
	return blank === -1 ? text.length : blank;
}

/** Up to the next quote that a blank, the end or the end of `msg='…'` follows; a field must not stand between. */
function endOfQuoted(text: string, start: number, wordEnd: number): number {
	const closing = text.indexOf('"', start);
	if (closing < wordEnd || text.codePointAt(closing - 1) === equalsSign) {
		return wordEnd;
	}

	return endOfWord(text, closing);
}

/** Up to the next word with a `=` in it. A word that ends with `:` or `,`, or begins with a bracket, is no part of a value. */
function endOfBare(text: string, equals: number, wordEnd: number): number {
	let end = wordEnd;
	while (end < text.length && !dividers.has(text.codePointAt(end - 1) ?? 0) && end - equals > 1) {
		const nextEnd = endOfWord(text, end + 1);
		const next = text.slice(end + 1, nextEnd);
		if (next === '' || next.includes('=') || next === ':' || next.startsWith('(')) {
			return end;
		}

		end = nextEnd;
	}

	return end;
}

const quote = 0x22;
const openingBracket = 0x28;
const equalsSign = 0x3D;
const dividers: ReadonlySet<number> = new Set([0x27, 0x29, 0x2C, 0x3A]); // ' ) , :
