import type {KeyAction} from '../../keys/key-table.ts';
import type {State, Update} from '../state.ts';
import {listTargets} from '../targets.ts';
import type {Target} from '../target.ts';
import {openExport} from './export-dialog.ts';
import {openBookmark, openNote, openTags} from './note-dialogs.ts';

/** Open the dialog of a key that is about recordings; `undefined` when it is not such a key. */
export function askAbout(state: State, action: KeyAction): Update | undefined {
	switch (action) {
		case 'export.open': {
			return withTargets(state, targets => openExport(state, targets));
		}

		case 'tag.edit': {
			return withTargets(state, targets => openTags(state, targets));
		}

		case 'note.edit': {
			return withTargets(state, targets => openNote(state, targets));
		}

		case 'bookmark.add': {
			return withTargets(state, ([target]) => target === undefined || state.player === undefined ? state : openBookmark(state, target.address, state.player));
		}

		default: {
			return undefined;
		}
	}
}

/** Do something with the recordings that are meant, or say that there are none. */
export function withTargets(state: State, work: (targets: readonly Target[]) => State): Update {
	const targets = listTargets(state);
	return {state: targets.length === 0 ? {...state, notice: {text: 'No session is chosen.', isError: false}} : work(targets), effects: []};
}
