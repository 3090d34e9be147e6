/** What more than one command needs to know: `scribery help NAME`, and a page of the manual. */
export type Topic = {
	readonly name: string;
	readonly title: string;
	readonly parts: readonly TopicPart[];
};

export type TopicPart =
	/** A paragraph; wrapped where it is printed. */
	| {readonly type: 'text'; readonly text: string}
	/** What one writes or sees, and what it means. */
	| {readonly type: 'rows'; readonly title?: string; readonly rows: ReadonlyArray<readonly [label: string, meaning: string]>}
	/** Command lines, without the prompt. */
	| {readonly type: 'examples'; readonly lines: readonly string[]};
