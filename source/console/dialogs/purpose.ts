/** What a dialog is for, with what it must know to answer. */
export type Purpose =
	/** Its buttons say all. */
	| {readonly type: 'confirm'}
	| {readonly type: 'goto'};
