import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import type {PlayerState} from './player-state.ts';
import {startTimer, stopTimer} from './player-timer.ts';
import {findGoto} from './find-goto.ts';
import {goTo, seekToTenth} from './seek.ts';

/** The first digit waits: alone it is a tenth of the bar, with more behind it a position. */
export function openDigits(player: PlayerState, digit: string): Outcome {
	return {player: {...player, digits: digit}, effects: [startTimer('tenth')]};
}

/** The key is a digit, `:`, `.` or `backspace`. */
export function editDigits(player: PlayerState, key: string): Outcome {
	const text = player.digits ?? '';
	const digits = key === 'backspace' ? text.slice(0, -1) : text + key;
	return digits === '' ? dropDigits(player) : {player: {...player, digits}, effects: [stopTimer('tenth'), startTimer('digits')]};
}

/** Go to the position or the time of day typed. */
export function acceptDigits(player: PlayerState, timeZone: string): Outcome {
	return afterDigits(player, dropped => goTo(dropped, findGoto(dropped, player.digits ?? '', timeZone)));
}

/** Nothing followed the first digit: go to that tenth of the bar. */
export function takeTenth(player: PlayerState): Outcome {
	return player.digits?.length === 1 ? afterDigits(player, dropped => seekToTenth(dropped, Number(player.digits))) : unchanged(player);
}

export function dropDigits(player: PlayerState): Outcome {
	return player.digits === undefined ? unchanged(player) : {player: {...player, digits: undefined}, effects: [stopTimer('tenth'), stopTimer('digits')]};
}

/** Drop what was typed and do something else. */
export function afterDigits(player: PlayerState, act: (dropped: PlayerState) => Outcome): Outcome {
	const {player: dropped, effects} = dropDigits(player);
	const outcome = act(dropped);
	return {...outcome, effects: [...effects, ...outcome.effects]};
}
