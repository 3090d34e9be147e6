import {listContexts} from '../../../source/console/contexts.ts';
import type {State} from '../../../source/console/state.ts';
import type {KeyContext} from '../../../source/keys/key-table.ts';
import {listStates} from '../list-states.ts';

/** Where the keys can be: more than contexts, since each dialog and each text field is a place of its own. */
export type Place = {
	readonly name: string;
	readonly contexts: readonly KeyContext[];
	readonly states: readonly State[];
};

/** All places that the states of the fixtures show, in order. */
export function listPlaces(): readonly Place[] {
	const groups = Map.groupBy(listStates(), state => placeOf(state));
	return groups.entries().map(([name, states]): Place => ({name, states, contexts: states.slice(0, 1).flatMap(state => listContexts(state))})).toArray();
}

/** A dialog is named for its purpose and what has the keys in it, such as `export choice`; a text field for what is typed. */
function placeOf(state: State): string {
	const {overlay, screen, player, sessions} = state;
	switch (overlay?.type) {
		case 'dialog': {
			return `${overlay.purpose.type} ${overlay.fields[overlay.focus]?.type ?? 'button'}`;
		}

		case 'palette': {
			return 'command line';
		}

		case 'help': {
			return overlay.isFinding ? 'find in the help' : 'help';
		}

		case 'page': {
			return 'page';
		}

		default: {
			const isFilter = overlay === undefined && screen !== 'player' && sessions.isEditing;
			const isSearch = overlay === undefined && screen === 'player' && player?.search.input !== undefined;
			return isSearch ? 'search of the player' : (isFilter ? 'input' : listContexts(state)[0] ?? '');
		}
	}
}
