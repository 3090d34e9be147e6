import type {Session} from '../../store/store.ts';
import {chosenHitRow} from '../hits/hit-rows.ts';
import {findSelected, listShown} from '../sessions/shown-rows.ts';
import type {State} from '../state.ts';
import {chosenTile} from '../wall/choose-tile.ts';

/** The session that keys mean: the played one, or that of the chosen row, hit or tile. */
export function findChosenSession({screen, player, sessions, hits, wall}: State): Session | undefined {
	switch (screen) {
		case 'player': {
			return player?.session;
		}

		case 'hits': {
			return chosenHitRow(hits)?.group.session;
		}

		case 'live': {
			return chosenTile(wall);
		}

		case 'sessions': {
			const shown = listShown(sessions);
			return shown[findSelected(sessions, shown)];
		}
	}
}
