import type {KeyAction} from '../../keys/key-table.ts';
import type {Press} from '../read-presses.ts';
import {findUnder} from '../find-under.ts';
import type {State} from '../state.ts';
import {editText, emptyInput, inputOf, insertText} from '../text-input.ts';
import {helpHeight, listHelp} from './list-help.ts';
import {pageBeside} from './help-pages.ts';
import type {HelpPageName} from './help-pages.ts';
import type {HelpState} from './help-state.ts';

/** Show the keys of the screen, those that a word finds if there is one. */
export function openHelp(state: State, word = ''): State {
	return show(state, {of: findPage(state), find: word === '' ? undefined : inputOf(word), isFinding: false, firstRow: 0, under: findUnder(state)});
}

/** What a key does on the help page. */
export function doInHelp(state: State, help: HelpState, action: KeyAction): State {
	const page = helpHeight(state.size);
	switch (action) {
		case 'app.help':
		case 'app.back': {
			return close(state, help);
		}

		case 'app.cancel': {
			return help.find === undefined ? close(state, help) : show(state, {...help, find: undefined, firstRow: 0});
		}

		case 'filter.edit': {
			return show(state, {...help, find: help.find ?? emptyInput, isFinding: true});
		}

		case 'focus.next':
		case 'focus.prev': {
			return show(state, {...help, of: pageBeside(help.of, action === 'focus.next' ? 1 : -1), firstRow: 0});
		}

		case 'move.down': {
			return scroll(state, help, 1);
		}

		case 'move.up': {
			return scroll(state, help, -1);
		}

		case 'move.first': {
			return show(state, {...help, firstRow: 0});
		}

		case 'move.last': {
			return scroll(state, help, Infinity);
		}

		case 'move.halfDown':
		case 'move.halfUp': {
			return scroll(state, help, Math.ceil(page / 2) * (action === 'move.halfDown' ? 1 : -1));
		}

		case 'move.pageDown':
		case 'move.pageUp': {
			return scroll(state, help, page * (action === 'move.pageDown' ? 1 : -1));
		}

		default: {
			return state;
		}
	}
}

/** What a key does while the keys are being narrowed by a text. */
export function findInHelp(state: State, help: HelpState, {action, press}: {readonly action: KeyAction | undefined; readonly press: Press}): State {
	const find = help.find ?? emptyInput;
	switch (action) {
		case undefined: {
			return show(state, {...help, find: insertText(find, press.text), firstRow: 0});
		}

		case 'input.edit': {
			return show(state, {...help, find: editText(find, press.key), firstRow: 0});
		}

		case 'input.accept': {
			return show(state, {...help, find: find.text === '' ? undefined : find, isFinding: false});
		}

		case 'app.cancel': {
			return show(state, {...help, find: undefined, isFinding: false, firstRow: 0});
		}

		case 'input.complete': {
			return doInHelp(state, help, 'focus.next');
		}

		case 'input.older': {
			return scroll(state, help, -1);
		}

		case 'input.newer': {
			return scroll(state, help, 1);
		}

		default: {
			return state;
		}
	}
}

function scroll(state: State, help: HelpState, rows: number): State {
	const height = helpHeight(state.size);
	const count = listHelp(help, state).length;
	return show(state, {...help, firstRow: Math.max(0, Math.min(help.firstRow + rows, count - height))});
}

function close(state: State, {under}: HelpState): State {
	return {...state, overlay: under};
}

function findPage({overlay, screen, player}: State): HelpPageName {
	if (overlay?.type === 'dialog') {
		return 'dialog';
	}

	if (overlay?.type === 'views') {
		return 'menu';
	}

	if (overlay === undefined && screen === 'player' && player?.selection !== undefined) {
		return 'select';
	}

	return overlay?.type === 'detail' || (screen === 'player' && player?.panel.chosen !== undefined) ? 'events' : screen;
}

function show(state: State, help: HelpState): State {
	return {...state, overlay: {type: 'help', ...help}};
}
