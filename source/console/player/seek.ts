import type {Gap} from '../../store/store.ts';
import type {FoundGoto} from './find-goto.ts';
import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import type {PlayerState} from './player-state.ts';
import {startTimer, stopTimer} from './player-timer.ts';
import {whereTo} from './where-to.ts';

/**
Go to a position on the recorded scale. Playing goes on from there, paused stays paused.

Keys typed while a seek is under way add up: each starts from the target of the one before. Beyond the ends it goes to the end, and says so.
*/
export function seekTo(player: PlayerState, positionMs: number): Outcome {
	if (player.stage !== 'open') {
		return unchanged(player);
	}

	const {lengthMs} = player.recording;
	const targetMs = Math.max(0, Math.min(lengthMs, Math.round(positionMs)));
	const isAtEdge = player.session.state === 'live' && targetMs === lengthMs;
	return {
		player: {
			...player, targetMs, isFollowing: isAtEdge, isExact: false, hold: undefined, heldGapMs: undefined, skippedMs: undefined, trueSpeed: undefined, isBarShown: player.isFull,
		},
		effects: [
			{type: 'seek', positionMs: targetMs},
			...player.targetMs === undefined ? [startTimer('seek')] : [],
			stopTimer('hold'),
			...player.isFull ? [startTimer('bar')] : [],
		],
	};
}

/** Go on or back by so much recorded time. */
export function seekBy(player: PlayerState, shiftMs: number): Outcome {
	const fromMs = whereTo(player);
	return withEndNotice(seekTo(player, fromMs + shiftMs), {fromMs, isForward: shiftMs > 0});
}

/** Go on or back by so many tenths of the bar: of the compressed scale. */
export function seekByTenths(player: PlayerState, tenths: number): Outcome {
	const {timeline} = player;
	const fromMs = whereTo(player);
	const outcome = seekTo(player, timeline.toRecorded(timeline.toCompressed(fromMs) + (timeline.compressedMs * tenths / 10)));
	return withEndNotice(outcome, {fromMs, isForward: tenths > 0});
}

/** Tenth 0 is the start, 5 half of the bar. */
export function seekToTenth(player: PlayerState, tenth: number): Outcome {
	return seekTo(player, player.timeline.toRecorded(player.timeline.compressedMs * tenth / 10));
}

/** Go where typed text says. */
export function goTo(player: PlayerState, place: FoundGoto): Outcome {
	if (place.type === 'refused') {
		return {...unchanged(player), notice: place.reason};
	}

	const {positionMs} = place;
	const outcome = seekTo(player, positionMs);
	return positionMs > player.recording.lengthMs ? {...outcome, notice: endNotice} : outcome;
}

/** To the start of the next gap; after the last one to the first. */
export function seekToNextGap(player: PlayerState): Outcome {
	const starts = player.recording.gaps.map((gap: Gap) => gap.fromMs).toSorted((a, b) => a - b);
	const first = starts[0];
	if (first === undefined) {
		return {...unchanged(player), notice: 'No gap in this recording.'};
	}

	const next = starts.find(startMs => startMs > whereTo(player));
	return next === undefined ? {...seekTo(player, first), notice: 'Last gap passed: back at the first.'} : seekTo(player, next);
}

/** To the end of the pause that the position is in. */
export function skipPause(player: PlayerState): Outcome {
	const fromMs = whereTo(player);
	const {activity, lengthMs} = player.recording;
	if (activity.some(span => span.fromMs <= fromMs && fromMs < span.untilMs)) {
		return {...unchanged(player), notice: 'No pause here.'};
	}

	const nextMs = Math.min(lengthMs, ...activity.map(span => span.fromMs).filter(startMs => startMs > fromMs));
	return nextMs === fromMs ? {...unchanged(player), notice: endNotice} : seekTo(player, nextMs);
}

const endNotice = 'End of the recording.';

function withEndNotice(outcome: Outcome, {fromMs, isForward}: {readonly fromMs: number; readonly isForward: boolean}): Outcome {
	const {targetMs, recording} = outcome.player;
	if (targetMs !== fromMs || targetMs !== (isForward ? recording.lengthMs : 0)) {
		return outcome;
	}

	return {...outcome, notice: isForward ? endNotice : 'Start of the recording.'};
}
