import type {KeyContext} from '../keys/key-table.ts';
import type {State} from './state.ts';

/** The places that have the keys now, the most special one first. */
export function listContexts({overlay, screen, sessions, facets, player}: State): readonly KeyContext[] {
	if (overlay?.type === 'palette' || (overlay?.type === 'help' && overlay.isFinding)) {
		return ['input'];
	}

	if (overlay?.type === 'dialog') {
		return overlay.fields[overlay.focus]?.type === 'text' ? ['input', 'dialog'] : ['dialog'];
	}

	if (overlay?.type === 'help' || overlay?.type === 'page') {
		return ['help'];
	}

	if (overlay?.type === 'detail') {
		return ['event'];
	}

	if (screen === 'player') {
		return listPlayerContexts(player);
	}

	return sessions.isEditing ? ['input'] : (facets.hasFocus && screen !== 'live' ? ['facets', screen] : [screen]);
}

function listPlayerContexts(player: State['player']): readonly KeyContext[] {
	if (player?.selection !== undefined) {
		return ['select'];
	}

	if (player?.search.input !== undefined) {
		return ['input'];
	}

	if (player?.digits !== undefined) {
		return ['digits', 'player'];
	}

	return player?.panel.chosen === undefined ? ['player'] : ['panel', 'player'];
}
