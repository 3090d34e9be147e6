/** Text over the whole screen, to be read or selected with the terminal's own means. */
export type PageState = {
	/** Empty: nothing but the text. */
	readonly title: string;
	readonly lines: readonly string[];
	readonly firstRow: number;
};
