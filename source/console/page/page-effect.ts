/** What pages of text and files of it ask of the world. */
export type PageEffect =
	/** The newest entries of the access log, as a page. */
	| {readonly type: 'readLog'; readonly timeZone: string}
	/** The logins that have audit events and no recording, as a page. */
	| {readonly type: 'readUnrecorded'; readonly timeZone: string}
	/** Save text; `what` names it for the notice. */
	| {readonly type: 'writeText'; readonly file: string; readonly text: string; readonly what: string};
