import {newPlayer, timelineOf} from '../../source/console/player/new-player.ts';
import type {PlayerState, Recording} from '../../source/console/player/player-state.ts';
import type {Gap} from '../../source/store/store.ts';
import {makeSession} from './make-session.ts';

/**
A player on an open recording of 100 s, paused at its start.

Output comes in the first second and from second 61 to the end: with the idle limit of 2 s the bar is 42 s long, the pause from second 3 to 61 cut.
*/
export function makePlayer(fields: Partial<PlayerState> = {}): PlayerState {
	const recording: Recording = fields.recording ?? {lengthMs: 100_000, gaps: [], resizes: [], activity: [span(0, 1000), span(61_000, 100_000)]};
	const idleLimitMs = fields.idleLimitMs ?? 2000;
	return {
		...newPlayer(makeSession({lengthMs: recording.lengthMs}), {idleLimitMs, positionMs: 0}),
		stage: 'open',
		isPlaying: false,
		recording,
		timeline: timelineOf(recording, idleLimitMs),
		...fields,
	};
}

export function makeGap(fields: Partial<Gap> = {}): Gap {
	return {kind: 'missing', fromMs: 70_000, untilMs: 73_200, firstId: 120, lastId: 131, detail: '12 messages missing', ...fields};
}

export function span(fromMs: number, untilMs: number): Recording['activity'][number] {
	return {fromMs, untilMs, outputBytes: 1000, inputBytes: 0};
}
