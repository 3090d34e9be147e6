import type {KeyContext} from '../keys/key-table.ts';
import type {Overlay, State} from './state.ts';

/** The places that have the keys now, the most special one first. */
export function listContexts({overlay, screen, sessions, facets, player}: State): readonly KeyContext[] {
	const above = listOverlayContexts(overlay);
	if (above !== undefined) {
		return above;
	}

	if (screen === 'player') {
		return listPlayerContexts(player);
	}

	return sessions.isEditing ? ['input'] : (facets.hasFocus && screen !== 'live' ? ['facets', screen] : [screen]);
}

/** What lies over the screen has the keys; a peek leaves them, any of them ends it. */
function listOverlayContexts(overlay: Overlay | undefined): readonly KeyContext[] | undefined {
	switch (overlay?.type) {
		case 'palette': {
			return ['input'];
		}

		case 'dialog': {
			return overlay.fields[overlay.focus]?.type === 'text' ? ['input', 'dialog'] : ['dialog'];
		}

		case 'help': {
			return [overlay.isFinding ? 'input' : 'help'];
		}

		case 'page': {
			return ['help'];
		}

		case 'detail': {
			return ['event'];
		}

		case 'views': {
			return ['menu'];
		}

		case 'peek':
		case undefined: {
			return undefined;
		}
	}
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
