import {printAddress} from '../../store/address.ts';
import type {State} from '../state.ts';

/** The command that prints this view outside the console. */
export function writeCli({screen, sessions, hits, wall, player, store}: State): string {
	const where = store.isChosen ? ` --store ${quote(store.name)}` : '';
	if (screen === 'player' && player !== undefined) {
		return `scribery play ${quote(printAddress(player.session))}${where}`;
	}

	if (screen === 'hits' && hits.applied !== undefined && hits.applied.patterns.length > 0) {
		return `scribery search ${quote(hits.applied.text)}${where}`;
	}

	if (screen === 'live') {
		return `scribery ls ${quote(wall.text === undefined || wall.text === '' ? 'has:live' : `has:live (${wall.text})`)}${where}`;
	}

	const query = sessions.applied.text === '' ? '' : ` ${quote(sessions.applied.text)}`;
	const sort = sessions.sort === 'start' ? '' : ` --sort ${sessions.sort}`;
	return `scribery ls${query}${sort}${where}`;
}

/** As a shell reads it back. */
function quote(text: string): string {
	return /^[\w%+,\-.\/:=@]+$/v.test(text) ? text : `'${text.replaceAll('\'', String.raw`'\''`)}'`;
}
