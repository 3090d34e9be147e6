import type {ConsoleOptions} from './run.tsx';
import type {State} from './state.ts';

/** The state of the first frame: nothing is read yet. */
export function initialState({stdout, clock, config, storeName, isDemo, who}: ConsoleOptions): State {
	return {
		size: {columns: stdout.columns, rows: stdout.rows},
		now: clock.now(),
		settings: {theme: 'auto', glyphs: 'unicode', timeZone: config.timezone ?? 'UTC', isTimeRelative: false, idleLimitMs: config.idleLimit * 1000},
		store: {name: storeName, isDemo, isOpen: false},
		who,
		screen: 'sessions',
		sessions: {page: undefined, selected: 0},
		player: undefined,
		overlay: undefined,
		notice: undefined,
	};
}
