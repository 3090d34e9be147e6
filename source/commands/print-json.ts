/**
One value as JSON that a terminal can be shown: controls, and characters that hide or reorder text, are escaped everywhere.

JSON itself leaves U+007F to U+009F and the bidirectional controls as they are.
*/
export function printJson(value: unknown): string {
	return JSON.stringify(value).replaceAll(/[\u{7F}-\u{9F}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gv, character => String.raw`\u${character.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''}`);
}
