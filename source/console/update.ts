import type {Action} from './action.ts';
import {followFacets} from './facets/ask-facets.ts';
import {keepHitVisible} from './hits/choose-hit.ts';
import {followHit} from './hits/update-hits.ts';
import {followStale, holdExit} from './jobs/update-jobs.ts';
import {resumeList} from './lists/resume-list.ts';
import {rememberView} from './last-view.ts';
import {clickDialog} from './dialogs/click-dialog.ts';
import {watchStore} from './dialogs/watch-store.ts';
import {runCommand} from './palette/run-command.ts';
import {pressEarlyKeys} from './player/early-keys.ts';
import {steerPlayer} from './player/steer-player.ts';
import {followMouse, updateMouse} from './mouse/update-mouse.ts';
import {pasteText, performAction, pressKey} from './press-key.ts';
import type {Press} from './read-presses.ts';
import {keepVisible} from './sessions/move-selection.ts';
import {tickIntervalMs} from './sessions/refresh.ts';
import {followSelection, startSessions} from './sessions/update-sessions.ts';
import type {State, Update} from './state.ts';
import {takeAnswer} from './take-answer.ts';
import {keepTileVisible} from './wall/choose-tile.ts';
import {steerWall} from './wall/steer-wall.ts';

const noPress: Press = {key: '', text: ''};

/** The console's mind: what each action makes of the state, and what it asks of the world. Pure. */
export function update(before: State, action: Action): Update {
	let {state, effects} = steerPlayer(before, watchStore(before, rememberView(before, holdExit(before, decide(before, action)))));
	for (const follow of [resumeList, followStale, followSelection, followHit, followFacets, steerWall, followMouse]) {
		const followed = follow(before, state);
		state = followed.state;
		effects = [...effects, ...followed.effects];
	}

	return {state, effects: [...effects, ...keepTicking(before, state, action)]};
}

function decide(state: State, action: Action): Update {
	switch (action.type) {
		case 'started': {
			return startSessions(state);
		}

		case 'pressed': {
			return pressKey(state.notice === undefined ? state : {...state, notice: undefined}, action.press, decide);
		}

		case 'pasted': {
			return pasteText(state, action.text);
		}

		case 'do': {
			return performAction(state, action.action, noPress);
		}

		case 'commanded': {
			return runCommand(state, action.line);
		}

		case 'resized': {
			const {size} = action;
			return {state: state.size.columns === size.columns && state.size.rows === size.rows ? state : keepTileVisible(keepHitVisible(keepVisible({...state, size}))), effects: []};
		}

		case 'ticked': {
			return {state: {...state, now: action.now}, effects: []};
		}

		case 'noticed': {
			return {state: {...state, notice: {text: action.text, isError: action.isError}}, effects: []};
		}

		case 'clicked':
		case 'scrolled': {
			if (action.type === 'clicked' && state.overlay?.type === 'dialog') {
				return clickDialog(state, state.overlay, action, decide);
			}

			return updateMouse(state, action, (next, wanted) => performAction(next, wanted, noPress));
		}

		default: {
			return pressEarlyKeys(takeAnswer(state, action), (next, press) => pressKey(next, press, decide));
		}
	}
}

/** Time is told only while the frame shows something that depends on it. */
function keepTicking(before: State, after: State, action: Action): Update['effects'] {
	const delayMs = tickIntervalMs(after);
	return action.type !== 'ticked' && delayMs === tickIntervalMs(before) ? [] : [{type: 'tick', delayMs}];
}
