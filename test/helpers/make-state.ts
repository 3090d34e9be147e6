import {keyTable} from '../../source/keys/key-table.ts';
import {initialJobs} from '../../source/console/jobs/jobs-state.ts';
import {initialFacets} from '../../source/console/facets/facets-state.ts';
import {initialHits} from '../../source/console/hits/hits-state.ts';
import {initialWall} from '../../source/console/wall/wall-state.ts';
import type {PlayerState} from '../../source/console/player/player-state.ts';
import {initialSessions} from '../../source/console/sessions/sessions-state.ts';
import {themes} from '../../source/console/theme.ts';
import {nothingSpoken} from '../../source/console/reader/spoken.ts';
import type {State} from '../../source/console/state.ts';

type Fields = Partial<Omit<State, 'player'>> & {readonly player?: PlayerState};

/** The console's state with the player on its screen, 80×24, in UTC. */
export function makeState(fields: Fields = {}): State {
	return {
		size: {columns: 80, rows: 24},
		now: Date.UTC(2026, 10, 23, 11, 0),
		settings: {theme: 'auto', themes, isPausingAtGaps: false, isMouseOn: false, isReader: false, columns: undefined, fps: undefined, glyphs: 'unicode', timeZone: 'UTC', isTimeRelative: false, keys: keyTable, idleLimitMs: 2000},
		store: {name: 'demo', isDemo: true, isChosen: false, isOpen: true, localAddress: '/home/dora/.local/share/scribery/store.db'},
		who: 'dora',
		screen: 'player',
		list: 'sessions',
		sessions: initialSessions,
		hits: initialHits,
		wall: initialWall,
		facets: initialFacets,
		views: {},
		player: undefined,
		spoken: nothingSpoken,
		retry: undefined,
		lastView: undefined,
		jobs: initialJobs,
		recentCommands: [],
		overlay: undefined,
		notice: undefined,
		...fields,
	};
}
