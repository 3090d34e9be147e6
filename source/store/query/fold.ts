/**
The form in which words are compared: without case, accents and compatibility forms (`É`, `é` and `e` are one).

Stores keep folded copies of what they search in: a change here needs a new store schema.
*/
export function fold(text: string): string {
	// U+0000 ends a text for the pattern functions of some engines; its picture does not.
	return text.normalize('NFKD').replaceAll(/\p{Mark}/gv, '').toLowerCase().replaceAll('\0', '\u{2400}');
}

/** The host name's first label (`web1` of `web1.example.com`); an address in numbers stays whole. */
export function shortenHost(host: string): string {
	return /^[\d.]+$/v.test(host) ? host : /^[^.]+/v.exec(host)?.[0] ?? host;
}
