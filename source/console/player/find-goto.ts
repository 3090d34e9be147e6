import {findClock} from '../text/find-clock.ts';
import type {WallClock} from '../text/find-clock.ts';
import {parseGoto} from './parse-goto.ts';
import type {PlayerState} from './player-state.ts';
import {whereTo} from './where-to.ts';

/** Where typed text leads: a position on the recorded scale, perhaps beyond the recording's ends, or why nowhere. */
export type FoundGoto =
	| {readonly type: 'found'; readonly positionMs: number}
	| {readonly type: 'refused'; readonly reason: string};

/**
Find the place that was typed.

Three numbers may be a position (`1:02:30`) or a time of day (`10:58:22`): beyond the recording's end they are the time of day, if the recording ran then.

@param player - relative places start from where it is.
@param text - as `parseGoto` reads it.
@param timeZone - of times of day.
*/
export function findGoto(player: PlayerState, text: string, timeZone: string): FoundGoto {
	const {timeline, recording: {lengthMs}} = player;
	const place = parseGoto(text.trim());
	switch (place?.type) {
		case undefined: {
			return {type: 'refused', reason: `No position: ${text}. Write 90, 12:30, 1:02:30.5, +1:30, -10s, 25% or a time of day: @10:58.`};
		}

		case 'position': {
			const clockMs = place.positionMs > lengthMs ? findOnClock(player, {day: undefined, timeMs: place.positionMs}, timeZone) : undefined;
			return found(/:.*:/v.test(text) ? clockMs ?? place.positionMs : place.positionMs);
		}

		case 'shift': {
			return found(whereTo(player) + place.shiftMs);
		}

		case 'percent': {
			return found(timeline.toRecorded(timeline.compressedMs * place.percent / 100));
		}

		case 'clock': {
			const positionMs = findOnClock(player, place.clock, timeZone);
			return positionMs === undefined ? {type: 'refused', reason: `The recording did not run at ${text.replace('@', '')}.`} : found(positionMs);
		}
	}
}

function found(positionMs: number): FoundGoto {
	return {type: 'found', positionMs};
}

function findOnClock({session: {startedAt}, recording: {lengthMs}}: PlayerState, clock: WallClock, timeZone: string): number | undefined {
	if (startedAt === undefined || clock.timeMs >= 86_400_000) {
		return undefined;
	}

	// A second typed without its fraction is the whole second: the recording may have begun in the middle of it.
	const at = findClock(clock, {fromAt: startedAt - (startedAt % 1000), untilAt: startedAt + lengthMs}, timeZone);
	return at === undefined ? undefined : Math.max(0, at - startedAt);
}
