/** Text was read that is to fill the screen, or a file. */
export type PageAction =
	| {readonly type: 'pageRead'; readonly title: string; readonly lines: readonly string[]}
	/** The recorded screen, for a screen reader. */
	| {readonly type: 'paneRead'; readonly lines: readonly string[]}
	/** Text of a recorded screen that is to be saved. */
	| {readonly type: 'textToSave'; readonly file: string; readonly text: string};
