import {findAction} from '../keys/find-action.ts';
import type {KeyAction} from '../keys/key-table.ts';
import type {Action} from './action.ts';
import {listContexts} from './contexts.ts';
import {dropDigits} from './player/digits.ts';
import {steerPlayer} from './player/steer-player.ts';
import {changePlayer, doInPlayer, updatePlayer} from './player/update-player.ts';
import type {Press} from './read-presses.ts';
import type {State, Update} from './state.ts';
import {doInSessions, startSessions, updateSessions} from './update-sessions.ts';

const noPress: Press = {key: '', text: ''};
const interruptedCode = 130;

/** The console's mind: what each action makes of the state, and what it asks of the world. Pure. */
export function update(state: State, action: Action): Update {
	return steerPlayer(state, decide(state, action));
}

function decide(state: State, action: Action): Update {
	switch (action.type) {
		case 'started': {
			return startSessions(state);
		}

		case 'pressed': {
			return press({...state, notice: undefined}, action.press);
		}

		case 'pasted': {
			return {state, effects: []};
		}

		case 'do': {
			return perform(state, action.action, noPress);
		}

		case 'run': {
			return {state, effects: []};
		}

		case 'resized': {
			const {size} = action;
			return {state: state.size.columns === size.columns && state.size.rows === size.rows ? state : {...state, size}, effects: []};
		}

		case 'ticked': {
			return {state: {...state, now: action.now}, effects: []};
		}

		case 'noticed': {
			return {state: {...state, notice: {text: action.text, isError: action.isError}}, effects: []};
		}

		case 'marksRead': {
			return {state, effects: []};
		}

		case 'listed':
		case 'listFailed': {
			return updateSessions(state, action);
		}

		default: {
			return updatePlayer(state, action);
		}
	}
}

function press(state: State, key: Press): Update {
	const action = findAction(listContexts(state), key.key);
	return action === undefined ? changePlayer(state, dropDigits) : perform(state, action, key);
}

function perform(state: State, action: KeyAction, key: Press): Update {
	switch (action) {
		case 'app.quit': {
			return {state, effects: [{type: 'exit', code: interruptedCode}]};
		}

		case 'app.suspend': {
			return {state, effects: [{type: 'suspend'}]};
		}

		case 'app.redraw': {
			return {state, effects: [{type: 'redraw'}]};
		}

		default: {
			return state.screen === 'player' ? doInPlayer(state, action, key) : doInSessions(state, action);
		}
	}
}
