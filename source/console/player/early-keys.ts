import type {KeyAction} from '../../keys/key-table.ts';
import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';

/** A key for a recording that is not open yet waits until it is: what is typed at once behind Enter is not lost. */
export function keepEarlyKey(state: State, press: Press): Update {
	const {player} = state;
	return {state: player === undefined ? state : {...state, player: {...player, earlyKeys: [...player.earlyKeys, press]}}, effects: []};
}

/** Keys behind one that waits wait too, so that they act in the order of typing; Esc forgets them. `undefined` when none waits. */
export function pressBehindEarlyKeys(state: State, action: KeyAction | undefined, press: Press): Update | undefined {
	const {overlay, screen, player} = state;
	if (overlay !== undefined || screen !== 'player' || player?.stage !== 'opening' || player.earlyKeys.length === 0) {
		return undefined;
	}

	return action === 'app.cancel' ? {state: {...state, player: {...player, earlyKeys: []}}, effects: []} : keepEarlyKey(state, press);
}

/** Press what waited, once an answer has opened the recording or told why it cannot be. A box that came over the recording meanwhile gets none of it. */
export function pressEarlyKeys(answered: Update, press: (state: State, key: Press) => Update): Update {
	const {player, overlay} = answered.state;
	if (player === undefined || player.stage === 'opening' || player.earlyKeys.length === 0) {
		return answered;
	}

	let state: State = {...answered.state, player: {...player, earlyKeys: []}};
	let {effects} = answered;
	for (const key of overlay === undefined ? player.earlyKeys : []) {
		const pressed = press(state, key);
		state = pressed.state;
		effects = [...effects, ...pressed.effects];
	}

	return {state, effects};
}
