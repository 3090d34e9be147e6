import {groupDigits} from '../text/format-length.ts';
import type {State, Update} from '../state.ts';
import {askAgain} from '../sessions/ask-store.ts';
import type {NoteAction} from './note-action.ts';

/** What notes given or stored do: stored ones are told, and the list reads its flags again. */
export function updateNotes(state: State, action: NoteAction): Update {
	if (action.type === 'notesGiven') {
		return {state, effects: [{type: 'addNotes', notes: action.notes}]};
	}

	const told = {...state, notice: {text: tellNotes(action.notes), isError: false}};
	if (told.screen === 'player') {
		return {state: told, effects: [{type: 'readNotes'}]};
	}

	return told.screen === 'sessions' && told.sessions.asking === undefined ? askAgain(told, 'refresh') : {state: told, effects: []};
}

function tellNotes(notes: Extract<NoteAction, {type: 'noted'}>['notes']): string {
	const recordings = new Set(notes.map(({host, rec}) => `${host}/${rec}`)).size;
	const kinds = new Map<string, string>([['tag', 'Tagged'], ['untag', 'Untagged'], ['note', 'Noted'], ['bookmark', 'Bookmark added'], ['unbookmark', 'Bookmark removed']]);
	const words = [...new Set(notes.map(({kind, text}) => [kinds.get(kind), ...(kind === 'tag' || kind === 'untag' ? [text] : [])].join(' ')))].join(', ');
	return `${words}${recordings === 1 ? '' : ` on ${groupDigits(recordings)} recordings`}.`;
}
