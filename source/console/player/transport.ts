import {isGap} from '../../store/is-gap.ts';
import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import type {PlayerAction} from './player-action.ts';
import type {PlayerState} from './player-state.ts';
import {startTimer, stopTimer} from './player-timer.ts';
import {seekTo} from './seek.ts';

const loopDelayMs = 300;
/** Jumps shorter than this are not worth a word. */
const tellSkipMs = 1000;
/** A way that took longer than some ticks was slow, whatever it carried. */
const slowMs = 200;

/** True while the position moves by itself. */
export function isMoving({stage, isPlaying, targetMs, hold, lostAt}: PlayerState): boolean {
	return stage === 'open' && isPlaying && lostAt === undefined && targetMs === undefined && hold === undefined;
}

/**
Play on for so much real time: on the compressed scale that is `elapsedMs` times the speed.

Stops at the start of a gap and at the end of a loop, to hold there.
*/
export function playOn(player: PlayerState, elapsedMs: number): Outcome {
	if (!isMoving(player)) {
		return unchanged(player);
	}

	const {timeline, positionMs, speed, isFollowing, recording} = player;
	const fromMs = timeline.toCompressed(positionMs);
	const reachMs = isFollowing ? recording.lengthMs : timeline.toRecorded(fromMs + (elapsedMs * speed));
	const nextMs = Math.min(reachMs, nextGapStart(player) ?? Infinity, loopEnd(player) ?? Infinity);
	const skippedMs = nextMs - positionMs - (timeline.toCompressed(nextMs) - fromMs);
	const isTold = skippedMs >= tellSkipMs && !isFollowing;
	return {
		player: isTold ? {...player, skippedMs} : player,
		effects: [{type: 'advance', positionMs: nextMs}, ...isTold ? [startTimer('skipped')] : []],
	};
}

/** The recording was fed as far as `positionMs`. */
export function arrive(player: PlayerState, {positionMs, isCapped, realMs, screen}: Extract<PlayerAction, {type: 'advanced'}>): Outcome {
	const moved: PlayerState = {...player, positionMs, screen, isExact: false, trueSpeed: measureSpeed(player, {positionMs, isCapped, realMs})};
	if (!isMoving(moved)) {
		return unchanged(moved);
	}

	if (positionMs === nextGapStart(player)) {
		if (player.isPausingAtGaps) {
			return {...unchanged({...moved, isPlaying: false, heldGapMs: positionMs, trueSpeed: undefined}), notice: 'Stopped at a gap.'};
		}

		return {player: {...moved, hold: 'gap', trueSpeed: undefined}, effects: [startTimer('hold')]};
	}

	const isAtEnd = positionMs >= player.recording.lengthMs;
	if (positionMs === loopEnd(player) || (isAtEnd && player.loop === 'all' && player.session.state !== 'live')) {
		return {player: {...moved, hold: 'loop', trueSpeed: undefined}, effects: [startTimer('hold', loopDelayMs)]};
	}

	if (!isAtEnd) {
		return unchanged(moved);
	}

	return unchanged(player.session.state === 'live' ? {...moved, isFollowing: true, speed: 1, trueSpeed: undefined} : {...moved, isPlaying: false, trueSpeed: undefined});
}

/** The hold is over: play on from the gap, or go back to the start of the loop. */
export function endHold(player: PlayerState): Outcome {
	const {hold, loop, positionMs} = player;
	const released: PlayerState = {...player, hold: undefined, heldGapMs: hold === 'gap' ? positionMs : undefined};
	return hold === 'loop' ? seekTo(released, typeof loop === 'object' ? loop.fromMs : 0) : unchanged(released);
}

export function togglePlaying(player: PlayerState): Outcome {
	if (player.isPlaying) {
		return {player: {...player, isPlaying: false, isFollowing: false, hold: undefined, trueSpeed: undefined, skippedMs: undefined}, effects: [stopTimer('hold'), stopTimer('skipped')]};
	}

	const {positionMs, targetMs, recording, session} = player;
	const isAtEnd = (targetMs ?? positionMs) >= recording.lengthMs;
	const playing: PlayerState = {...player, isPlaying: true, isExact: false, isFollowing: isAtEnd && session.state === 'live'};
	return isAtEnd && session.state !== 'live' ? seekTo(playing, 0) : unchanged(playing);
}

function nextGapStart({recording, positionMs, heldGapMs}: PlayerState): number | undefined {
	const starts = recording.gaps.filter(gap => isGap(gap)).map(gap => gap.fromMs).filter(startMs => startMs > positionMs || (startMs === positionMs && startMs !== heldGapMs));
	return starts.length === 0 ? undefined : Math.min(...starts);
}

function loopEnd({loop, positionMs}: PlayerState): number | undefined {
	const untilMs = typeof loop === 'object' ? loop.untilMs : undefined;
	return untilMs !== undefined && untilMs > positionMs ? untilMs : undefined;
}

/** How fast the last stretch was, while that is noticeably slower than asked; smoothed over some ticks. */
function measureSpeed(player: PlayerState, {positionMs, isCapped, realMs}: {readonly positionMs: number; readonly isCapped: boolean; readonly realMs: number}): number | undefined {
	const {timeline, speed, trueSpeed} = player;
	const isSlow = isCapped || realMs > slowMs;
	if (!isSlow && trueSpeed === undefined) {
		return undefined;
	}

	const measured = isSlow ? (timeline.toCompressed(positionMs) - timeline.toCompressed(player.positionMs)) / Math.max(1, realMs) : speed;
	const smoothed = trueSpeed === undefined ? measured : (trueSpeed * 0.8) + (measured * 0.2);
	return smoothed < speed * 0.95 ? smoothed : undefined;
}
