import type {PlayerHits} from '../../source/console/player/hits/player-hits.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {auditRows, makeAuditState, mondayNoon} from './audit-day.ts';
import {dialogStates, focusEach} from './dialog-states.ts';
import {makeFacetsState} from './facets-day.ts';
import {makeHitsState} from './hits-day.ts';
import {makeGap, makePlayer} from './make-player.ts';
import {makeSession} from './make-session.ts';
import {makeState} from './make-state.ts';
import {keysOf, pressKeys} from './press-keys.ts';

const size = {columns: 120, rows: 40};
const {recording} = makePlayer();
const gaps = [10_000, 30_000, 50_000, 70_000].map(fromMs => makeGap({fromMs, untilMs: fromMs + 3200}));
const hits: PlayerHits = {patterns: [{type: 'word', text: 'line'}], count: 2, hits: [20_000, 60_000].map(fromMs => ({kind: 'seen', fromMs, untilMs: fromMs + 1000, line: 'a line', matches: []}))};
const screen = {columns: 300, rows: 90, cursor: {column: 0, row: 0, isVisible: true}};

/** States in which some place has the keys, each place at least once, with something before and behind what is chosen. */
export function listStates(): readonly State[] {
	return [...listsOf(), ...playersOf(), ...overlaysOf()];
}

function listsOf(): readonly State[] {
	const list = makeAuditState(size);
	const middle = pressKeys(list, 'j', 'j', 'j').state;
	const found = makeHitsState(size);
	const facets = makeFacetsState(size);
	const wall = makeWall();
	return [
		list,
		middle,
		pressKeys(list, 'G').state,
		pressKeys(middle, '2').state,
		pressKeys(list, '/').state,
		pressKeys({...list, sessions: {...list.sessions, history: ['user:bob', 'user:carol']}}, '/', 'up').state,
		pressKeys(list, '/', 'u', 'left').state,
		pressKeys(list, '/', 'ctrl-u', 'u', 's').state,
		pressKeys(list, ':', 'down').state,
		found,
		pressKeys(found, 'f', 'tab').state,
		pressKeys(found, 'j', 'j').state,
		pressKeys(found, 'h').state,
		pressKeys(found, ']').state,
		pressKeys(found, '1').state,
		facets,
		pressKeys(facets, 'j', 'j').state,
		wall,
		pressKeys(wall, 'l', 'j').state,
		pressKeys(wall, '_').state,
	];
}

function playersOf(): readonly State[] {
	const player = makePlayer({recording: {...recording, gaps}, positionMs: 35_000, hits, screen, pan: {column: 20, row: 20}});
	const playing = makeState({size, player, lastView: {screen: 'hits'}});
	const searched = {...playing, sessions: {...playing.sessions, history: ['seen:vim', 'nginx']}};
	const searching = [pressKeys(searched, '/', ...keysOf('see')).state, pressKeys(searched, '/', 'up', 'up').state];
	return [
		playing,
		{...playing, player: {...player, session: makeSession({state: 'live', exit: undefined})}},
		pressKeys(playing, '1').state,
		pressKeys(playing, 'tab').state,
		pressKeys(playing, 'tab', 'j').state,
		pressKeys(playing, 'v').state,
		pressKeys(playing, 'v', 'l', 'j').state,
		...searching.flatMap(state => [state, pressKeys(state, 'left').state]),
	];
}

function overlaysOf(): readonly State[] {
	const small = makeAuditState({columns: 80, rows: 12});
	const help = pressKeys(small, '?').state;
	const events = pressKeys(makeState({size: {columns: 40, rows: 10}, player: makePlayer({recording: {...recording, gaps}, positionMs: 35_000})}), 'd').state;
	const menu = pressKeys({...makeAuditState(size), views: {'last 24 h': 'since:24h', gaps: 'has:gap'}}, 's').state;
	const page = update(small, {type: 'pageRead', title: 'Access log', lines: Array.from({length: 30}, (_, index) => `entry ${index}`)}).state;
	const typed = keysOf('a b');
	const texts = [pressKeys(small, '?', '/').state, pressKeys(makeAuditState(size), ':').state];
	return [
		help,
		pressKeys(help, 'j', 'j', 'j').state,
		events,
		pressKeys(events, 'j').state,
		menu,
		pressKeys(menu, 'j').state,
		page,
		pressKeys(page, 'j', 'j').state,
		...texts.flatMap(state => [state, pressKeys(state, 'down', 'down').state, pressKeys(state, ...typed).state, pressKeys(state, ...typed, 'left').state]),
		...Object.values(dialogStates()).flatMap(state => focusEach(state)).flatMap(state => [state, pressKeys(state, ...typed).state, pressKeys(state, ...typed, 'left').state]),
	];
}

/** Six running sessions as tiles. */
export function makeWall(): State {
	const sessions = auditRows.slice(0, 6).map(session => ({...session, state: 'live' as const, exit: undefined, receivedAt: mondayNoon}));
	const {state} = pressKeys(makeAuditState(size, {filter: {text: '', cursor: 0}}), '3');
	return update(state, {type: 'wallListed', requestId: state.wall.requestId, sessions, revision: 3, now: mondayNoon}).state;
}
