import {keyTable} from '../keys/key-table.ts';
import {defaultStorePath} from '../config.ts';
import {UserError} from '../user-error.ts';
import type {ConsoleOptions} from './console-options.ts';
import {initialJobs} from './jobs/jobs-state.ts';
import {initialFacets} from './facets/facets-state.ts';
import {initialHits} from './hits/hits-state.ts';
import {nothingSpoken} from './reader/spoken.ts';
import {initialSessions} from './sessions/sessions-state.ts';
import type {Settings, State} from './state.ts';
import {inputOf} from './text-input.ts';
import {isTimeZone, readTimeZone} from './text/format-time.ts';
import {themes} from './theme.ts';
import {initialWall} from './wall/wall-state.ts';

/** The state of the first frame: nothing is read yet. */
export function initialState(options: ConsoleOptions): State {
	const {stdout, clock, storeName, isDemo, who, query} = options;
	return {
		size: {columns: stdout.columns, rows: stdout.rows},
		now: clock.now(),
		settings: chooseSettings(options),
		store: {name: storeName, isDemo, isChosen: false, isOpen: false, localAddress: defaultStorePath(options.environment)},
		who,
		screen: 'sessions',
		list: 'sessions',
		sessions: {...initialSessions, filter: inputOf(query)},
		hits: initialHits,
		wall: initialWall,
		facets: initialFacets,
		views: options.config.views,
		player: undefined,
		spoken: nothingSpoken,
		retry: undefined,
		lastView: undefined,
		jobs: initialJobs,
		recentCommands: [],
		overlay: undefined,
		notice: options.notice === undefined ? undefined : {text: options.notice, isError: true},
	};
}

/**
What the environment and the configuration say; the environment wins.

@throws {UserError} for a theme or a time zone that nobody knows.
*/
function chooseSettings({config, environment, keys, themes: own}: ConsoleOptions): Settings {
	const theme = environment.SCRIBERY_THEME ?? config.theme ?? 'auto';
	const known = {...themes, ...own};
	if (!Object.hasOwn(known, theme)) {
		throw new UserError(`No theme "${theme}"; there are ${Object.keys(known).join(', ')}`);
	}

	const timeZone = readTimeZone(config.timezone ?? 'local');
	if (!isTimeZone(timeZone)) {
		throw new UserError(`No time zone "${timeZone}"; write utc, local, +01:00 or a name like Europe/Berlin`);
	}

	const isMono = environment.NO_COLOR !== undefined && environment.NO_COLOR !== '';
	return {
		theme: isMono ? 'mono' : theme,
		themes: known,
		glyphs: config.glyphs === 'auto' ? chooseGlyphs(environment) : config.glyphs,
		timeZone,
		isTimeRelative: false,
		keys: keys ?? keyTable,
		idleLimitMs: config.idleLimit * 1000,
		isPausingAtGaps: config.pauseAtGap,
		isMouseOn: config.mouse,
		isReader: environment.INK_SCREEN_READER === 'true',
		columns: config.columns,
		fps: config.fps,
	};
}

/** Terminals without Unicode: by their locale, or by what they are. */
function chooseGlyphs(environment: ConsoleOptions['environment']): Settings['glyphs'] {
	const {LC_ALL: all, LC_CTYPE: type, LANG: language, TERM: term = ''} = environment;
	const locale = [all, type, language].find(value => value !== undefined && value !== '') ?? '';
	return term !== 'linux' && !term.startsWith('vt') && /utf-?8/iv.test(locale) ? 'unicode' : 'ascii';
}
