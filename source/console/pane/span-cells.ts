import type {Span} from '../../terminal/screen.ts';

/** True when each code point of the span has one cell; otherwise the span is a single wide character or cluster. */
export function hasCellPerCharacter({text, columns}: Pick<Span, 'text' | 'columns'>): boolean {
	const characters = [...text].length;
	// Two code points in two cells are two characters, or one such as a flag.
	return characters === columns && (columns !== 2 || [...graphemes.segment(text)].length === 2);
}

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});
