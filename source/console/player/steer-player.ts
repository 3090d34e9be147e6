import type {Effect} from '../effect.ts';
import type {State, Update} from '../state.ts';
import {settlePan} from './pan-keys.ts';
import {viewPane} from './pane-view.ts';
import {askForTyped} from './typed/typed-keys.ts';
import {isMoving} from './transport.ts';

/** After each change of the state: keep the view on the recorded screen, tell the pane where it stands, and let time tick only while it moves something. */
export function steerPlayer(before: State, {state, effects}: Update): Update {
	if (state === before || (state.player === undefined && before.player === undefined)) {
		return {state, effects};
	}

	const player = state.player === undefined ? undefined : settlePan(state.player, state.size);
	const asked = player === undefined ? {player, effects: []} : askForTyped(player);
	const settled: State = asked.player === state.player ? state : {...state, player: asked.player};
	return {state: settled, effects: [...effects, ...asked.effects, ...tellView(before, settled), ...tellBeat(before, settled)]};
}

function tellView(before: State, state: State): readonly Effect[] {
	const view = viewPane(state);
	return JSON.stringify(view) === JSON.stringify(viewPane(before)) ? [] : [{type: 'show', view}];
}

function tellBeat(before: State, state: State): readonly Effect[] {
	const isOn = isBeating(state);
	return isOn === isBeating(before) ? [] : [{type: 'beat', isOn}];
}

/** What lies over the pane holds playing: nothing goes by unseen. */
function isBeating({player, overlay, screen}: State): boolean {
	return player !== undefined && screen === 'player' && overlay === undefined && isMoving(player);
}
