import {leavePlayer} from '../player/update-player.ts';
import type {Settings, State, Update} from '../state.ts';

/** Commands of the list work from the player too: they lead to the list. */
export function onList(state: State, command: (list: State) => Update): Update {
	const left = leavePlayer(state);
	const done = command(left.state);
	return {state: done.state, effects: [...left.effects, ...done.effects]};
}

/** Commands of the player say so when nothing is played. */
export function inPlayer(state: State, command: () => Update): Update {
	return state.screen === 'player' ? command() : refuse(state, 'Nothing is being played: open a session first.');
}

export function changeSettings(state: State, settings: Partial<Settings>): Update {
	return {state: {...state, settings: {...state.settings, ...settings}}, effects: []};
}

/** Tell the person why nothing was done. */
export function refuse(state: State, text: string): Update {
	return {state: {...state, notice: {text, isError: true}}, effects: []};
}

export function tell(state: State, text: string): Update {
	return {state: {...state, notice: {text, isError: false}}, effects: []};
}
