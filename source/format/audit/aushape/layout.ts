export type Layout = {
	/** Levels deeper than this stand on one line; Infinity for none. */
	readonly foldLevel: number;
	/** Blanks a level. */
	readonly indentSize: number;
	/** Of an event: 1 inside a document, else 0. */
	readonly eventLevel: 0 | 1;
};

/** What stands before something at a level. */
export function printOpening({foldLevel, indentSize}: Layout, level: number): string {
	return level === 0 || level > foldLevel ? '' : `\n${' '.repeat(level * indentSize)}`;
}

/** What stands before the end of something at a level. */
export function printClosing({foldLevel, indentSize}: Layout, level: number): string {
	return level < foldLevel ? `\n${' '.repeat(level * indentSize)}` : '';
}
