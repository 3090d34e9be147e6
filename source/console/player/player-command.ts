/** What the command line asks of the player. */
export type PlayerCommand =
	/** A time as typed: `12:04`, `+1:30`, `-10s`, `25%`, `10:58:22`. */
	| {readonly type: 'goto'; readonly text: string}
	| {readonly type: 'speed'; readonly factor: number}
	/** Longest pause that playing keeps; `undefined` keeps all. */
	| {readonly type: 'idle'; readonly limitMs: number | undefined}
	/** Show audit events that no user asked for, or hide them again. */
	| {readonly type: 'noise'}
	/** Go to the edge of a live recording, and stay there. */
	| {readonly type: 'follow'};
