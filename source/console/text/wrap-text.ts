import {measureText} from './measure-text.ts';

/** Text in lines of at most `columns` cells, parted at blanks; a longer word is parted where it must be. An empty text is one empty line. */
export function wrapText(text: string, columns: number): readonly string[] {
	const width = Math.max(1, columns);
	const lines: string[] = [''];
	for (const word of text.split(' ').flatMap(each => cutWord(each, width))) {
		const line = lines.at(-1) ?? '';
		const joined = line === '' ? word : `${line} ${word}`;
		if (measureText(joined) <= width || line === '') {
			lines[lines.length - 1] = joined;
		} else {
			lines.push(word);
		}
	}

	return lines;
}

function cutWord(word: string, columns: number): readonly string[] {
	const parts: string[] = [''];
	for (const {segment} of segmenter.segment(word)) {
		const part = parts.at(-1) ?? '';
		if (measureText(part + segment) > columns && part !== '') {
			parts.push(segment);
		} else {
			parts[parts.length - 1] = part + segment;
		}
	}

	return parts;
}

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
