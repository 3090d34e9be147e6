import type {Effect} from '../../effect.ts';
import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerAction} from '../player-action.ts';
import type {PlayerState} from '../player-state.ts';
import {hiddenTyped} from './typed-state.ts';
import type {Stretch} from './typed-state.ts';

const mostKeys = 40;
/** Keys stand so long, in recorded time; a pause as long parts those before from those after. */
const shownMs = 3000;
/** Read at once; playing at 64× goes through it in more than a second. */
const stretchMs = 90_000;

/** Show what was typed, or no longer. */
export function toggleTyped(player: PlayerState): Outcome {
	if (player.typed.isShown) {
		return unchanged({...player, typed: hiddenTyped});
	}

	return player.session.summary?.hasInput === false
		? {...unchanged(player), notice: 'No typed input was recorded here.'}
		: {...unchanged({...player, typed: {...hiddenTyped, isShown: true}}), notice: 'Typed keys are shown; secrets are not.'};
}

/** Ask for the keys around the position when they are not known. */
export function askForTyped(player: PlayerState): {readonly player: PlayerState; readonly effects: readonly Effect[]} {
	const {typed, positionMs, recording} = player;
	if (!typed.isShown || player.stage !== 'open' || typed.asked !== undefined || isWithin(positionMs, typed.known)) {
		return {player, effects: []};
	}

	const asked = {fromMs: Math.max(0, positionMs - stretchMs), untilMs: Math.min(recording.lengthMs, positionMs + stretchMs)};
	return {player: {...player, typed: {...typed, asked}}, effects: [{type: 'readTyped', ...asked}]};
}

/** The keys of a stretch are known now. */
export function takeTyped(player: PlayerState, {keys, fromMs, untilMs}: Extract<PlayerAction, {type: 'typedRead'}>): Outcome {
	return unchanged({...player, typed: {...player.typed, keys, known: {fromMs, untilMs}, asked: undefined}});
}

/** The keys that stand in the row at the position; `undefined` when nothing was typed lately. */
export function writeTypedRow({typed, positionMs}: PlayerState): string | undefined {
	const passed = typed.keys.filter(key => key.positionMs <= positionMs);
	const last = passed.at(-1);
	if (!typed.isShown || last === undefined || positionMs - last.positionMs > shownMs) {
		return undefined;
	}

	const pause = passed.findLastIndex((key, index) => index > 0 && key.positionMs - (passed[index - 1]?.positionMs ?? 0) > shownMs);
	return passed.slice(Math.max(0, pause)).slice(-mostKeys).map(({text}) => text).join('');
}

/** A little of the past is needed for the row at the stretch's start. */
function isWithin(positionMs: number, known: Stretch | undefined): boolean {
	return known !== undefined && positionMs <= known.untilMs && (known.fromMs === 0 || positionMs >= known.fromMs + (stretchMs / 2));
}
