import type {Target} from '../target.ts';

/** What a dialog is for, with what it must know to answer. */
export type Purpose =
	| {readonly type: 'goto'}
	/** The list of jobs. */
	| {readonly type: 'jobs'}
	/** Whether to leave while jobs run. */
	| {readonly type: 'leave'}
	| {readonly type: 'export'; readonly targets: readonly Target[]}
	| {readonly type: 'tags'; readonly targets: readonly Target[]}
	| {readonly type: 'note'; readonly targets: readonly Target[]; readonly positionMs: number | undefined}
	/** `standing` are the words of the one that is there already. */
	| {readonly type: 'bookmark'; readonly address: string; readonly positionMs: number; readonly standing: string | undefined}
	| {readonly type: 'store'}
	/** The store does not answer. */
	| {readonly type: 'storeFailed'};
