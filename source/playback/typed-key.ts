/** A key that was pressed, or a text that was pasted, as people read it. */
export type TypedKey = {
	readonly positionMs: number;
	/** `l`, `␣`, `⏎`, `^C`, `[213 pasted]`; `••••` stands for a secret, however long. */
	readonly text: string;
};
