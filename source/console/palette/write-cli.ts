import {printAddress} from '../../store/address.ts';
import type {State} from '../state.ts';

/** The command that prints this view outside the console. */
export function writeCli({screen, sessions, player, store}: State): string {
	const where = store.isChosen ? ` --store ${quote(store.name)}` : '';
	if (screen === 'player' && player !== undefined) {
		return `scribery play ${quote(printAddress(player.session))}${where}`;
	}

	const query = sessions.applied.text === '' ? '' : ` ${quote(sessions.applied.text)}`;
	const sort = sessions.sort === 'start' ? '' : ` --sort ${sessions.sort}`;
	return `scribery ls${query}${sort}${where}`;
}

/** As a shell reads it back. */
function quote(text: string): string {
	return /^[\w%+,\-.\/:=@]+$/v.test(text) ? text : `'${text.replaceAll('\'', String.raw`'\''`)}'`;
}
