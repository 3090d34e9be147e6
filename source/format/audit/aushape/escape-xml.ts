/**
Escape text for XML 1.0, in an attribute or an element.

Control characters other than tab, line feed and carriage return cannot stand in XML even escaped: each is shown by its picture, U+2400 and following.
*/
export function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll(special, character => escapeCharacter(character));
}

// eslint-disable-next-line no-control-regex, regexp/no-control-character -- these are what is looked for
const special = /[\p{Surrogate}\u{0}-\u{1F}"'<>\u{7F}\u{FFFE}\u{FFFF}]/gv;

function escapeCharacter(character: string): string {
	const entity = entities.get(character);
	if (entity !== undefined) {
		return entity;
	}

	const code = character.codePointAt(0) ?? 0;
	return code < 0x20 ? String.fromCodePoint(0x24_00 + code) : '\u{FFFD}';
}

const entities: ReadonlyMap<string, string> = new Map([
	['"', '&quot;'],
	['&', '&amp;'],
	['\'', '&apos;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['\t', '&#x09;'],
	['\n', '&#x0a;'],
	['\r', '&#x0d;'],
	['\u{7F}', '&#x7f;'],
]);
