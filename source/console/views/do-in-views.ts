import type {KeyAction} from '../../keys/key-table.ts';
import {filterBy} from '../lists/ask-list.ts';
import type {State, Update} from '../state.ts';
import type {ViewsMenu} from './views-menu.ts';

export function openViews(state: State): State {
	return showMenu(state, 0);
}

/** What a key does in the menu of saved views. */
export function doInViews(state: State, {selected}: ViewsMenu, action: KeyAction | undefined): Update {
	const names = Object.keys(state.views);
	switch (action) {
		case 'move.down':
		case 'wall.down': {
			return same(showMenu(state, Math.min(names.length - 1, selected + 1)));
		}

		case 'move.up':
		case 'wall.up': {
			return same(showMenu(state, Math.max(0, selected - 1)));
		}

		case 'move.first': {
			return same(showMenu(state, 0));
		}

		case 'move.last': {
			return same(showMenu(state, names.length - 1));
		}

		case 'open': {
			const name = names[selected];
			return name === undefined ? close(state) : applyView(state, name);
		}

		case 'app.cancel':
		case 'app.back':
		case 'view.menu': {
			return close(state);
		}

		default: {
			return same(state);
		}
	}
}

/** Put a view's search into the filter box and ask for it. */
export function applyView(state: State, name: string): Update {
	return filterBy({...state, overlay: undefined}, state.views[name] ?? '');
}

function showMenu(state: State, selected: number): State {
	return {...state, overlay: {type: 'views', selected: Math.max(0, selected)}};
}

function close(state: State): Update {
	return same({...state, overlay: undefined});
}

function same(state: State): Update {
	return {state, effects: []};
}
