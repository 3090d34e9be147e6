import {findAction} from '../keys/find-action.ts';
import type {KeyAction} from '../keys/key-table.ts';
import type {Action} from './action.ts';
import {listContexts} from './contexts.ts';
import {askAbout} from './dialogs/ask-about.ts';
import {isTyping} from './dialogs/press-dialog.ts';
import {pasteIntoDialog, pressInDialog} from './dialogs/update-dialog.ts';
import {doInDetail} from './detail/update-detail.ts';
import {doInHelp, findInHelp, openHelp} from './help/update-help.ts';
import {doInHits} from './hits/do-in-hits.ts';
import {followFacets} from './facets/ask-facets.ts';
import {doInFacets} from './facets/do-in-facets.ts';
import {keepHitVisible} from './hits/choose-hit.ts';
import {followHit} from './hits/update-hits.ts';
import {doInTabs} from './lists/do-in-tabs.ts';
import {holdExit} from './jobs/update-jobs.ts';
import {resumeList} from './lists/resume-list.ts';
import {runCommand} from './palette/run-command.ts';
import {openPalette, pasteIntoPalette, pressInPalette} from './palette/update-palette.ts';
import {dropDigits} from './player/digits.ts';
import {leaveForList} from './player/leave-for-list.ts';
import {steerPlayer} from './player/steer-player.ts';
import {changePlayer, doInPlayer} from './player/update-player.ts';
import type {Press} from './read-presses.ts';
import {doInSessions} from './sessions/do-in-sessions.ts';
import {doInFilter, pasteIntoFilter} from './sessions/edit-filter.ts';
import {keepVisible} from './sessions/move-selection.ts';
import {tickIntervalMs} from './sessions/refresh.ts';
import {followSelection, startSessions} from './sessions/update-sessions.ts';
import type {State, Update} from './state.ts';
import {takeAnswer} from './take-answer.ts';
import {keepTileVisible} from './wall/choose-tile.ts';
import {doInViews} from './views/do-in-views.ts';
import {doInWall} from './wall/do-in-wall.ts';
import {steerWall} from './wall/steer-wall.ts';
import {insertText} from './text-input.ts';

const noPress: Press = {key: '', text: ''};
const interruptedCode = 130;

/** The console's mind: what each action makes of the state, and what it asks of the world. Pure. */
export function update(before: State, action: Action): Update {
	let {state, effects} = steerPlayer(before, holdExit(before, decide(before, action)));
	for (const follow of [resumeList, followSelection, followHit, followFacets, steerWall]) {
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
			return press(state.notice === undefined ? state : {...state, notice: undefined}, action.press);
		}

		case 'pasted': {
			return paste(state, action.text);
		}

		case 'do': {
			return perform(state, action.action, noPress);
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

		default: {
			return takeAnswer(state, action);
		}
	}
}

function press(state: State, key: Press): Update {
	const {overlay, screen, sessions} = state;
	const action = findAction(listContexts(state), key.key, state.settings.keys);
	if (action !== undefined && ['app.quit', 'app.suspend', 'app.redraw'].includes(action)) {
		return perform(state, action, key);
	}

	if (overlay?.type === 'palette') {
		return pressInPalette(state, overlay, key);
	}

	if (overlay?.type === 'dialog' && (isTyping(state) || !['app.help', 'app.command', 'data.refresh'].includes(action ?? ''))) {
		return pressInDialog(state, overlay, {action, press: key, decide});
	}

	if (overlay?.type === 'peek') {
		return {state: {...state, overlay: undefined}, effects: []};
	}

	if (overlay?.type === 'views') {
		return doInViews(state, overlay, action);
	}

	if (overlay?.type === 'help' && overlay.isFinding) {
		return {state: findInHelp(state, overlay, {action, press: key}), effects: []};
	}

	if (overlay === undefined && screen !== 'player' && sessions.isEditing) {
		return doInFilter(state, action, key);
	}

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

		case 'app.command': {
			return {state: openPalette(state), effects: []};
		}

		case 'time.style': {
			return {state: {...state, settings: {...state.settings, isTimeRelative: !state.settings.isTimeRelative}}, effects: []};
		}

		default: {
			return performOnScreen(state, action, key);
		}
	}
}

function performOnScreen(state: State, action: KeyAction, key: Press): Update {
	if (state.overlay?.type === 'help') {
		return {state: doInHelp(state, state.overlay, action), effects: []};
	}

	const asked = askAbout(state, action);
	if (asked !== undefined) {
		return asked;
	}

	if (action === 'app.help') {
		return {state: openHelp(state), effects: []};
	}

	if (state.overlay?.type === 'detail') {
		return doInDetail(state, state.overlay, action);
	}

	switch (state.screen) {
		case 'player': {
			return leaveForList(state, action) ?? doInPlayer(state, action, key);
		}

		case 'hits': {
			return doWithFacets(state, action) ?? doInTabs(state, action) ?? doInHits(state, action);
		}

		case 'live': {
			return doInTabs(state, action) ?? doInWall(state, action);
		}

		case 'sessions': {
			return doWithFacets(state, action) ?? doInTabs(state, action) ?? doInSessions(state, action);
		}
	}
}

/** While the facets have the keys, those that mean something there. */
function doWithFacets(state: State, action: KeyAction): Update | undefined {
	return state.facets.hasFocus ? doInFacets(state, action) : undefined;
}

/** Pasted text reaches text fields only: elsewhere its letters would be keys. */
function paste(state: State, text: string): Update {
	const {overlay, sessions, screen} = state;
	if (overlay?.type === 'palette') {
		return pasteIntoPalette(state, overlay, text);
	}

	if (overlay?.type === 'dialog' && isTyping(state)) {
		return pasteIntoDialog(state, overlay, text);
	}

	if (overlay?.type === 'help' && overlay.isFinding && overlay.find !== undefined) {
		return {state: {...state, overlay: {...overlay, find: insertText(overlay.find, text)}}, effects: []};
	}

	if (overlay === undefined && screen !== 'player' && sessions.isEditing) {
		return pasteIntoFilter(state, text);
	}

	return {state: {...state, notice: {text: 'Pasted text was dropped: no text field has the keys.', isError: false}}, effects: []};
}

/** Time is told only while the frame shows something that depends on it. */
function keepTicking(before: State, after: State, action: Action): Update['effects'] {
	const delayMs = tickIntervalMs(after);
	return action.type !== 'ticked' && delayMs === tickIntervalMs(before) ? [] : [{type: 'tick', delayMs}];
}
