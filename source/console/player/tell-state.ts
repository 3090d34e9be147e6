import {writePosition} from '../../format/position.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import type {Session} from '../../store/store.ts';
import {formatClock} from '../text/format-time.ts';
import type {View} from '../view.ts';
import type {PlayerState} from './player-state.ts';
import {writeSpeed} from './speeds.ts';

/** A live recording that sent nothing for longer is waited for. */
const freshMs = 15_000;
/** Nearer to the edge than this is at the edge. */
const edgeMs = 1000;

/** What the player does, as a mark and in words or numbers. */
export function tellState(player: PlayerState, {state, glyphs}: View): Piece {
	const {stage, isPlaying, speed, trueSpeed, session, isFollowing, positionMs, recording} = player;
	if (stage === 'opening') {
		return player.isOpeningLate ? {text: `${glyphs.spinner[0] ?? ''} opening`, look: 'dim'} : {text: ''};
	}

	if (stage === 'failed') {
		return {text: `${glyphs.ended} not opened`, look: 'danger'};
	}

	const behindMs = recording.lengthMs - positionMs;
	if (session.state === 'live') {
		if (player.lostAt !== undefined) {
			return {text: `${glyphs.stale} stale ${Math.max(0, Math.round((state.now - player.lostAt) / 1000))} s`, look: 'danger'};
		}

		const ageMs = state.now - session.receivedAt;
		return tellLive(player, {view: glyphs, behindMs, ageMs}) ?? tellPlaying(player, glyphs.playing, glyphs.times);
	}

	if (!isPlaying && behindMs <= 0 && player.targetMs === undefined) {
		return {text: `${glyphs.ended} ${tellEnd(session, state.settings.timeZone)}`, look: 'accent'};
	}

	if (!isPlaying) {
		return {text: `${glyphs.paused} ${writeSpeed(speed)}${glyphs.times}`};
	}

	return trueSpeed === undefined || isFollowing
		? tellPlaying(player, glyphs.playing, glyphs.times)
		: {text: `${glyphs.slow} ${writeSpeed(trueSpeed)}${glyphs.times}`, look: 'warning'};
}

/** `ended 11:58:40, exit 0`. */
function tellEnd({exit, endedAt}: Session, timeZone: string): string {
	const clock = endedAt === undefined ? '' : ` ${formatClock(endedAt, timeZone).split(' ', 2)[1] ?? ''}`;
	return exit === undefined ? 'ended (no end recorded)' : `ended${clock}, exit ${showControls(exit)}`;
}

function tellPlaying({speed}: PlayerState, mark: string, times: string): Piece {
	return {text: `${mark} ${writeSpeed(speed)}${times}`, look: 'live'};
}

function tellLive({isPlaying, isFollowing}: PlayerState, {view, behindMs, ageMs}: {readonly view: View['glyphs']; readonly behindMs: number; readonly ageMs: number}): Piece | undefined {
	if (!isPlaying) {
		return {text: behindMs < edgeMs ? `${view.paused} live` : `${view.paused} ${writePosition(behindMs)} behind`};
	}

	if (!isFollowing || behindMs > edgeMs) {
		return undefined;
	}

	return ageMs > freshMs
		? {text: `${view.waiting} waiting, last ${writePosition(ageMs)} ago`, look: 'warning'}
		: {text: `${view.live} live`, look: 'live'};
}
