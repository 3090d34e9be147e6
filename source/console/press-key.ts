import {findAction} from '../keys/find-action.ts';
import type {KeyAction} from '../keys/key-table.ts';
import {listContexts} from './contexts.ts';
import {askAbout} from './dialogs/ask-about.ts';
import {isTyping} from './dialogs/press-dialog.ts';
import {pasteIntoDialog, pressInDialog} from './dialogs/update-dialog.ts';
import type {Decide} from './dialogs/update-dialog.ts';
import {doInDetail} from './detail/update-detail.ts';
import {doInHelp, findInHelp, openHelp} from './help/update-help.ts';
import {doInHits} from './hits/do-in-hits.ts';
import {doInFacets} from './facets/do-in-facets.ts';
import {doInTabs} from './lists/do-in-tabs.ts';
import {openPlain} from './page/open-plain.ts';
import {doInPage} from './page/update-page.ts';
import {goToLastView} from './last-view.ts';
import {openPalette, pasteIntoPalette, pressInPalette} from './palette/update-palette.ts';
import {pressBehindEarlyKeys} from './player/early-keys.ts';
import {dropDigits} from './player/digits.ts';
import {pasteIntoSearch, pressInSearch} from './player/hits/press-search.ts';
import {leaveForList} from './player/leave-for-list.ts';
import {changePlayer, doInPlayer} from './player/update-player.ts';
import type {Press} from './read-presses.ts';
import {doInSessions} from './sessions/do-in-sessions.ts';
import {doInFilter, pasteIntoFilter} from './sessions/edit-filter.ts';
import type {State, Update} from './state.ts';
import {doInViews} from './views/do-in-views.ts';
import {doInWall} from './wall/do-in-wall.ts';
import {insertText} from './text-input.ts';

const interruptedCode = 130;

/** What a key press does where the keys are now. `decide` is what the console makes of an action: dialogs answer with one. */
export function pressKey(state: State, key: Press, decide: Decide): Update {
	const {overlay, screen, sessions} = state;
	const action = findAction(listContexts(state), key.key, state.settings.keys);
	if (action !== undefined && ['app.quit', 'app.suspend', 'app.redraw'].includes(action)) {
		return performAction(state, action, key);
	}

	const behind = pressBehindEarlyKeys(state, action, key);
	if (behind !== undefined) {
		return behind;
	}

	if (overlay?.type === 'palette') {
		return pressInPalette(state, overlay, key);
	}

	if (overlay?.type === 'dialog' && action === 'data.refresh' && !isTyping(state) && overlay.purpose.type !== 'storeFailed') {
		return {state: {...state, notice: {text: 'There is nothing to read again here.', isError: false}}, effects: []};
	}

	if (overlay?.type === 'dialog' && (isTyping(state) || !['app.help', 'app.command', 'data.refresh'].includes(action ?? ''))) {
		return pressInDialog(state, overlay, {action, press: key, decide});
	}

	if (overlay?.type === 'page') {
		return {state: doInPage(state, overlay, action), effects: []};
	}

	if (overlay?.type === 'peek') {
		return {state: {...state, overlay: undefined}, effects: []};
	}

	if (overlay?.type === 'views' && !['app.help', 'app.command'].includes(action ?? '')) {
		return doInViews(state, overlay, action);
	}

	if (overlay?.type === 'help' && overlay.isFinding) {
		return {state: findInHelp(state, overlay, {action, press: key}), effects: []};
	}

	if (overlay === undefined && screen !== 'player' && sessions.isEditing) {
		return doInFilter(state, action, key);
	}

	if (overlay === undefined && screen === 'player' && state.player?.search.input !== undefined) {
		return pressInSearch(state, state.player, {action, press: key});
	}

	return action === undefined ? changePlayer(state, dropDigits) : performAction(state, action, key);
}

/** What an action of the key table does; `key` is the key itself, where that matters. */
export function performAction(state: State, action: KeyAction, key: Press): Update {
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

		case 'app.mouse': {
			const isMouseOn = !state.settings.isMouseOn;
			const told = isMouseOn ? 'Mouse on; with Shift the terminal selects.' : 'Mouse off.';
			return {state: {...state, settings: {...state.settings, isMouseOn}, notice: {text: told, isError: false}}, effects: []};
		}

		case 'app.plain': {
			return openPlain(state);
		}

		case 'app.last': {
			return goToLastView(state);
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
export function pasteText(state: State, text: string): Update {
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

	if (overlay === undefined && screen === 'player' && state.player?.search.input !== undefined) {
		return pasteIntoSearch(state, state.player, text);
	}

	return {state: {...state, notice: {text: 'Pasted text was dropped: no text field has the keys.', isError: false}}, effects: []};
}
