/** Part a text at its blanks into lines of at most `columns`; a longer word has a line of its own. A no-break blank becomes a blank. */
export function wrapText(text: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/(?<=\S) (?=\S)/v)) {
		if (line !== '' && line.length + 1 + word.length > columns) {
			lines.push(line);
			line = word;
		} else {
			line += `${line === '' ? '' : ' '}${word}`;
		}
	}

	return [...lines, line].map(one => one.replaceAll('\u{A0}', ' '));
}
