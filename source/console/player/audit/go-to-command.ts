import type {JoinedEvent} from '../../../playback/join/join-events.ts';
import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerState} from '../player-state.ts';
import {seekTo} from '../seek.ts';
import {whereTo} from '../where-to.ts';

/** Within this time after a command the one before it is meant, as players of music do. */
const graceMs = 1000;

/** Positions at which programs were begun in the session, each once. The same question gets the same answer: it is asked for each frame. */
export function listCommandPositions(joined: readonly JoinedEvent[]): readonly number[] {
	const known = answers.get(joined) ?? findCommandPositions(joined);
	answers.set(joined, known);
	return known;
}

const answers = new WeakMap<readonly JoinedEvent[], readonly number[]>();

function findCommandPositions(joined: readonly JoinedEvent[]): readonly number[] {
	const commands = joined.filter(({isNoise, event: {action}}) => !isNoise && action.kind === 'execute' && action.outcome.isSuccess !== false);
	return [...new Set(commands.map(({positionMs}) => positionMs))];
}

/** To the next or previous command. */
export function goToCommand(player: PlayerState, direction: 1 | -1): Outcome {
	const positions = listCommandPositions(player.audit);
	const hereMs = whereTo(player);
	const found = direction === 1 ? positions.find(positionMs => positionMs > hereMs) : findBefore(positions, hereMs);
	if (found !== undefined) {
		return seekTo(player, found);
	}

	return {...unchanged(player), notice: positions.length === 0 ? 'No command is known: no audit events are joined to this recording.' : (direction === 1 ? 'That was the last command.' : 'That was the first command.')};
}

/** The start of the present one; soon after that, of the one before. */
function findBefore(positions: readonly number[], hereMs: number): number | undefined {
	const present = positions.findLastIndex(positionMs => positionMs <= hereMs);
	const start = positions[present];
	return start !== undefined && hereMs - start <= graceMs ? positions[present - 1] : start;
}
