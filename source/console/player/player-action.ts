import type {JoinedEvent} from '../../playback/join/join-events.ts';
import type {StepResult} from '../../playback/playback.ts';
import type {TypedKey} from '../../playback/typed-key.ts';
import type {Hit} from '../../store/moments.ts';
import type {Note} from '../../store/note.ts';
import type {Query} from '../../store/query/query.ts';
import type {Session} from '../../store/store.ts';
import type {Recording, ScreenFacts} from './player-state.ts';

/** What the player's effects answer. */
export type PlayerAction =
	| {readonly type: 'opened'; readonly session: Session; readonly recording: Recording; readonly positionMs: number; readonly screen: ScreenFacts}
	| {readonly type: 'openFailed'; readonly message: string}
	/** So much real time has gone by since the last tick. */
	| {readonly type: 'played'; readonly elapsedMs: number}
	/** `realMs` is the real time that the way from the last position took, `isCapped` that there was too much output for it. */
	| {readonly type: 'advanced'; readonly positionMs: number; readonly isCapped: boolean; readonly realMs: number; readonly screen: ScreenFacts}
	| {readonly type: 'sought'; readonly targetMs: number; readonly screen: ScreenFacts}
	| {readonly type: 'stepped'; readonly result: StepResult; readonly positionMs: number; readonly screen: ScreenFacts}
	/** So many characters in view cannot be shown. */
	| {readonly type: 'unshownCounted'; readonly count: number}
	| {readonly type: 'notesRead'; readonly notes: readonly Note[]}
	| {readonly type: 'typedLinesRead'; readonly lines: readonly Hit[]}
	| {readonly type: 'auditRead'; readonly events: readonly JoinedEvent[]}
	| {readonly type: 'typedRead'; readonly keys: readonly TypedKey[]; readonly fromMs: number; readonly untilMs: number}
	/** The answer to a search of this recording; `isIndexed` when all of it could be searched. */
	| {readonly type: 'foundHere'; readonly query: Query; readonly hits: readonly Hit[]; readonly count: number; readonly isIndexed: boolean}
	/** The search of this recording failed. */
	| {readonly type: 'searchFailed'; readonly query: Query; readonly message: string}
	/** Recorded text, to be copied. */
	| {readonly type: 'textRead'; readonly text: string}
	/** The recording could not be read on. */
	| {readonly type: 'playFailed'; readonly message: string}
	/** More of a live recording has come in, or it has ended. */
	| {readonly type: 'grown'; readonly session: Session; readonly recording: Recording}
	/** The store of a live recording cannot be read since `at`; it is tried again and again. */
	| {readonly type: 'lost'; readonly at: number; readonly message: string}
	/** It can be read again. */
	| {readonly type: 'regained'}
	/** The chrome is to be drawn again: playing alone draws the pane only. */
	| {readonly type: 'readoutDue'}
	| {readonly type: 'timedOut'; readonly what: PlayerTimer};

/** Each is the name of a timer as well. */
export type PlayerTimer = 'opening' | 'tenth' | 'digits' | 'seek' | 'skipped' | 'hold' | 'bar' | 'hits';

export const playerTimers: readonly PlayerTimer[] = ['opening', 'tenth', 'digits', 'seek', 'skipped', 'hold', 'bar', 'hits'];
