const limit = 40; // Characters: enough to recognise a value, short enough that the error stays one line.

/**
Print something found in a recording for an error message: as JSON, shortened, with nothing in it that a terminal would obey.

@param found - any value that came out of `JSON.parse`, however large; `undefined` is printed as `nothing`.
*/
export function printFound(found: unknown): string {
	if (Array.isArray(found)) {
		return `an array of ${found.length}`;
	}

	if (typeof found === 'object' && found !== null) {
		return 'an object';
	}

	const short = typeof found === 'string' && found.length > limit ? `${found.slice(0, limit)}…` : found;
	return short === undefined ? 'nothing' : JSON.stringify(short).replaceAll(/[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gv, character => escapeCharacter(character));
}

function escapeCharacter(character: string): string {
	return String.raw`\u{${character.codePointAt(0)?.toString(16)}}`;
}
