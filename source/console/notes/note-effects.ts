import {parseAddress} from '../../store/address.ts';
import type {Note} from '../../store/note.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {NoteEffect} from './note-effect.ts';

/** Adds notes to the store. What goes wrong is a notice; notes before it stay. */
export async function runNoteEffect({notes}: NoteEffect, ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	const added: Note[] = [];
	try {
		const store = await ports.getStore();
		for (const {address, ...said} of notes) {
			const {host = '-', rec} = parseAddress(address);
			const note = {...said, host, rec, at: ports.clock.now(), who: ports.who};
			await store.addNote(note);
			added.push(note);
		}
	} catch (error) {
		dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
	}

	if (added.length > 0) {
		dispatch({type: 'noted', notes: added});
	}
}
