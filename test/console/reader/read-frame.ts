import test from 'ava';
import {readFrame} from '../../../source/console/reader/read-frame.ts';
import {speak} from '../../../source/console/reader/spoken.ts';
import type {State} from '../../../source/console/state.ts';
import {viewOf} from '../../../source/console/view.ts';
import {viewPane} from '../../../source/console/player/pane-view.ts';
import {update} from '../../../source/console/update.ts';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {makeHitsState} from '../../helpers/hits-day.ts';
import {makeWall} from '../../helpers/list-states.ts';
import {makeGap, makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {keysOf, pressKeys} from '../../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});
const {recording} = makePlayer();
const paused = makeState({player: makePlayer({recording: {...recording, gaps: [makeGap()]}, positionMs: 61_000}), spoken: speak({lines: [], changed: []}, ['root@web1:~# id', '', '\u{202E}uid=0'])});

function spoken(state: State): State {
	return {...state, settings: {...state.settings, isReader: true}};
}

function read(state: State): readonly string[] {
	return readFrame(viewOf(state));
}

test('the list says how much matches and the chosen row as a sentence', t => {
	t.deepEqual(read(list), [
		'Sessions in es:audit, 14 of 10,412',
		'Filter: since:2d not user:root',
		'row 3 of 14, alice on web1, 47 min, 80×24, 1 gap of 3.2 s, exit 0, 2 marked',
	]);
});

test('what is typed and what is wrong are said', t => {
	const lines = read(pressKeys(list, '/', ...keysOf(' colour:red'), 'enter').state);
	t.true(lines.includes('Filter, being typed: since:2d not user:root colour:red'));
	t.true(lines.some(line => line.startsWith('Wrong: unknown field "colour"')));
});

test('a paused recording says its place in words and its whole screen, hostile text as text', t => {
	t.deepEqual(read(paused), [
		'Recording web1/39d-1c81a, alice, paused, 7 percent, 1:01 of 1:40, next gap in 9 seconds',
		'root@web1:~# id',
		String.raw`\u202euid=0`,
	]);
});

test('while playing only the rows that changed are said, and no running clock', t => {
	const playing: State = {...paused, player: makePlayer({positionMs: 61_000, isPlaying: true})};
	const next = update(playing, {type: 'paneRead', lines: ['root@web1:~# id', 'uid=0(root)', '\u{202E}uid=0']}).state;
	t.deepEqual(read(next).slice(1), ['uid=0(root)']);
	t.regex(read(next)[0] ?? '', /, playing$/v);
});

test('a dialog says its field, its choices and what is wrong', t => {
	t.is(read(pressKeys(list, 'x').state).at(-1), '1 of 8, Format choice: asciicast v3, 1 of 7');
	t.true(read(pressKeys(paused, 'c', 'enter').state).includes('Wrong: A note needs words.'));
});

test('the palette says the chosen command and its key', t => {
	t.deepEqual(read(pressKeys(list, ':', ...keysOf('expo')).state), ['Command line: expo', '1 of 1: export [FORMAT] [FILE], key x, export what is chosen']);
});

test('hits are told as how many there are, how much was searched, and the chosen row as a sentence', t => {
	const hits = spoken(makeHitsState({columns: 80, rows: 24}));
	t.deepEqual(read(hits), [
		'Hits in es:audit, 37 in 4 sessions',
		'Filter: seen:"test failed" or typed:nginx since:7d',
		'9,911 of 10,412 sessions searched; 501 not indexed (:index does it)',
		'row 4 of 13, hit 3 of 4, alice on web1, seen at 11:44: nginx: configuration file /etc/nginx/nginx.conf test failed',
	]);
	t.is(read(pressKeys(hits, ']').state).at(-1), String.raw`row 6 of 13, session of bob\x1b[31m on db2, Sun 2026-11-22 11:29:00 +01:00, 2 h 11 min, 21 hits, open`);
});

test('no hits are told with what can be done', t => {
	t.deepEqual(read(spoken(makeHitsState({columns: 80, rows: 24}, [{type: 'coverage', searched: 9911, total: 10_412, unindexed: 501}]))).slice(-3), [
		'No hit in 9,911 indexed sessions; 501 are not indexed.',
		':index makes them searchable.',
		'/ query, 1 sessions',
	]);
});

test('the wall tells the chosen session, and no clock that runs', t => {
	t.deepEqual(read(spoken(makeWall())), ['Running sessions, 6 of 6', 'tile 1 of 6, bob on db2, 16 min']);
	t.is(read(pressKeys(spoken(makeWall()), 'l', 'space').state).at(-1), 'tile 1 of 6, carol on web3, 3 min, pinned');
	t.is(read(spoken({...makeWall(), now: makeWall().now + 20_000})).at(-1), 'tile 1 of 6, bob on db2, 16 min, silent');
});

test('the help is told line by line in one column, and scrolls', t => {
	const help = pressKeys(spoken(list), '?').state;
	t.deepEqual(read(help).slice(0, 4), ['Help: Sessions, 60 keys', 'list', '⏎: add the value to the filter', 'space: allow the value, too']);
	t.regex(read(help).at(-1) ?? '', /^\d+ more lines, PgDn shows them$/v);
	t.is(read(pressKeys(help, 'G').state).at(-1), 'Shift-Tab: list, facets; recording, events; previous screen\'s keys');
	t.deepEqual(read(pressKeys(spoken(list), '?', '/', ...keysOf('sort by user'), 'enter').state).slice(1), ['Find: sort by user', 'list', 'U: sort by user']);
});

test('nothing is painted beside what is spoken', t => {
	t.not(viewPane(paused), undefined);
	t.is(viewPane({...paused, settings: {...paused.settings, isReader: true}}), undefined);
});

test('the event that has just happened is told in the player, with its controls shown', t => {
	const {player} = paused;
	const notes = [{host: 'web1', rec: 'r', at: 0, who: 'dora', kind: 'bookmark', positionMs: 10_000, text: 'look\u{202E} here'}] as const;
	const at = (positionMs: number) => read({...paused, player: player && {...player, notes, positionMs}}).filter(line => line.startsWith('Event'));
	t.deepEqual(at(0), []);
	t.deepEqual(at(11_000), [String.raw`Event 1 of 2, bookmark or note at 0:10: dora: look\u202e here`]);
	t.regex(at(99_000)[0] ?? '', /^Event 2 of 2, problem at /v);
});
