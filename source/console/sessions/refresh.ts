import type {Effect} from '../effect.ts';
import type {Session} from '../../store/store.ts';
import {chooseLayout} from '../layout.ts';
import type {State} from '../state.ts';
import {partList} from './list-area.ts';
import {listShown} from './shown-rows.ts';

/** How often the list asks whether something has changed: one number from the store, so that a session that begins is seen soon. */
export const refreshMs = 2000;
const clockSlackMs = 60_000; // Clocks of hosts that keep time by NTP differ by far less.
const freshMs = 15_000; // Recorders send at least every 10 s while anything happens.

/** Look again after the interval; `goodAt` is when the rows were last known to be what the store has. */
export function refreshLater(state: State, goodAt = state.sessions.readAt): Effect {
	return {type: 'after', name: 'refresh', delayMs: refreshMs, action: {type: 'refreshDue', goodAt}};
}

/**
How often a frame changes by time alone: each second while a running session is seen or the data are overdue, each minute while ages are shown.

@returns `undefined` when nothing on the screen depends on the time: then nothing is drawn and nothing runs.
*/
export function tickIntervalMs(state: State): number | undefined {
	if (state.screen === 'player') {
		// How long ago a live recording sent something, or could be read.
		return state.player?.session.state === 'live' ? 1000 : undefined;
	}

	if (state.screen !== 'sessions' || state.sessions.counts === undefined) {
		return undefined;
	}

	if (listVisible(state).some(session => isFresh(session, state.now)) || state.sessions.failure !== undefined) {
		return 1000;
	}

	return isAgeShown(state) ? 60_000 : undefined;
}

/** Narrow screens have no room for the start's date. */
export function isAgeShown({settings, size}: State): boolean {
	return settings.isTimeRelative || chooseLayout(size).width === 'narrow';
}

/** A running session whose recorder has sent something just now, recorded just now: its length counts up. What was brought in from a file is not. */
export function isFresh({state, receivedAt, endedAt}: Session, now: number): boolean {
	return state === 'live' && now - receivedAt < freshMs && endedAt !== undefined && Math.abs(now - endedAt) < freshMs + clockSlackMs;
}

function listVisible({sessions, size}: State): readonly Session[] {
	const {list} = partList(size, sessions.isPreviewOpen);
	return listShown(sessions).slice(sessions.firstRow, sessions.firstRow + list);
}
