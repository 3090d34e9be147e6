import type {KeyAction} from '../../keys/key-table.ts';
import {filterBy} from '../lists/ask-list.ts';
import type {State, Update} from '../state.ts';
import {countShownViews} from './draw-views.ts';
import type {ViewsMenu} from './views-menu.ts';

export function openViews(state: State): State {
	return showMenu(state, 0);
}

/** What a key does in the menu of saved views. */
export function doInViews(state: State, {selected}: ViewsMenu, action: KeyAction | undefined): Update {
	const names = Object.keys(state.views);
	switch (action) {
		case 'view.use': {
			const name = names[selected];
			return name === undefined ? close(state) : applyView(state, name);
		}

		case 'app.cancel':
		case 'app.back':
		case 'view.menu': {
			return close(state);
		}

		default: {
			return same(move(state, selected, action));
		}
	}
}

/** Put a view's search into the filter box and ask for it. */
export function applyView(state: State, name: string): Update {
	return filterBy({...state, overlay: undefined}, state.views[name] ?? '');
}

function move(state: State, selected: number, action: KeyAction | undefined): State {
	const page = countShownViews(state);
	const half = Math.ceil(page / 2);
	const steps: Readonly<Partial<Record<KeyAction, number>>> = {
		'move.down': 1, 'move.up': -1, 'move.first': -Infinity, 'move.last': Infinity, 'move.halfDown': half, 'move.halfUp': -half, 'move.pageDown': page, 'move.pageUp': -page,
	};
	const step = action === undefined ? undefined : steps[action];
	return step === undefined ? state : showMenu(state, selected + step);
}

function showMenu(state: State, selected: number): State {
	const last = Object.keys(state.views).length - 1;
	return {...state, overlay: {type: 'views', selected: Math.max(0, Math.min(last, selected))}};
}

function close(state: State): Update {
	return same({...state, overlay: undefined});
}

function same(state: State): Update {
	return {state, effects: []};
}
