// Zero-width space, marks and embeddings of text direction, word joiner and invisible operators, byte order mark, interlinear annotation.
const unprinted = /[\u{61C}\u{180E}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/gv;

// What may follow a letter without being seen: joiners, variation selectors, fillers, tags. Part of an emoji, nothing but a hiding place elsewhere.
// eslint-disable-next-line no-misleading-character-class -- Each is meant by itself.
const invisible = /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\u{34F}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180B}-\u{180F}\u{3164}\u{FE00}-\u{FE0F}\u{FFA0}\u{E0000}-\u{E0FFF}]/gv;
const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{20E3}]/v;
// eslint-disable-next-line no-misleading-character-class -- As above.
const partOfEmoji = /[\u{200D}\u{FE0E}\u{FE0F}\u{E0020}-\u{E007F}]/v;

/** Text without the characters that take no cell and show nothing, which a terminal ignores too. */
export function dropUnprinted(text: string): string {
	return text.replaceAll(unprinted, '');
}

/** What may be painted of one cell's text: invisible characters stay only inside an emoji. */
export function readVisibleText(text: string): string {
	const isEmoji = emoji.test(text);
	return text.replaceAll(invisible, character => isEmoji && partOfEmoji.test(character) ? character : '');
}

/** The same for a cell of one character. Runs for each cell painted, so it asks the table only where invisible characters are. */
export function readVisibleCodePoint(codePoint: number): string {
	const text = String.fromCodePoint(codePoint);
	const isKnown = (codePoint < 0x03_4F && codePoint !== 0xAD) || (codePoint >= 0x21_90 && codePoint < 0x2E_80) || (codePoint >= 0x32_00 && codePoint < 0xD8_00);
	return isKnown ? text : readVisibleText(text);
}
