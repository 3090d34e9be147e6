/**
The form in which words are compared: without case, accents and compatibility forms (`É`, `é` and `e` are one).

Folding a text is folding its characters one by one: `fold(a + b)` is `fold(a) + fold(b)`. Stores keep folded copies of what they search in: a change here needs a new store schema.
*/
export function fold(text: string): string {
	// U+0000 ends a text for the pattern functions of some engines; its picture does not.
	const plain = text.replaceAll('\0', '\u{2400}').toLowerCase();
	// Nearly all text is ASCII, where that is all.
	return plain.replaceAll(/\P{ASCII}+/gv, part => foldPart(part));
}

/** Screens draw with few characters that are not ASCII, over and over: asking Unicode for each is a hundred times as slow. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function foldPart(text: string): string {
	let folded = '';
	for (const character of text) {
		folded += known.get(character) ?? learn(character);
	}

	return folded;
}

/** The one letter that is another at a word's end is the same in both places. */
function learn(character: string): string {
	const folded = character.normalize('NFKD').replaceAll(/\p{Mark}/gv, '').toLowerCase().replaceAll('ς', 'σ');
	if (known.size >= mostKnown) {
		known.clear();
	}

	known.set(character, folded);
	return folded;
}

/** The words of a text, folded: runs of letters and digits. */
export function foldWords(text: string): readonly string[] {
	return fold(text).match(/[\p{Letter}\p{Number}]+/gv) ?? [];
}

/** The host name's first label (`web1` of `web1.example.com`); an address in numbers stays whole. */
export function shortenHost(host: string): string {
	return /^[\d.]+$/v.test(host) ? host : /^[^.]+/v.exec(host)?.[0] ?? host;
}
