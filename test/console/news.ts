import test from 'ava';
import type {State} from '../../source/console/state.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {makeHitsState} from '../helpers/hits-day.ts';
import {makePlayer} from '../helpers/make-player.ts';
import {makeState} from '../helpers/make-state.ts';
import {matchFrames} from '../helpers/match-frame.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const text = 'The store /srv/recordings/2026/november/store.db cannot be opened: it was written by a later scribery (format 9, this one reads up to 7); install that version, or choose another store with :store ADDRESS';
const notice = {text, isError: true};

/** Without blanks: a word may be parted where a row ends. */
function told(frame: string): string {
	return frame.replaceAll(/\s+/gv, '');
}

test('an error longer than its row is told in as many as it needs', matchFrames, 'notice-long', size => ({...makeAuditState(size), notice}));
test('in the player it covers the bar and the events, never the recording', matchFrames, 'player-notice-long', size => ({...makeState({size, player: makePlayer()}), notice}));

test('a long error can be read on every screen from 60×20 on', async t => {
	for (const size of [{columns: 60, rows: 20}, {columns: 80, rows: 24}, {columns: 120, rows: 40}]) {
		const list = makeAuditState(size);
		const screens: ReadonlyArray<readonly [string, State]> = [
			['sessions', list],
			['typing', pressKeys(list, '/', 'x').state],
			['hits', makeHitsState(size)],
			['event', pressKeys(makeHitsState(size), 'd').state],
			['live', pressKeys(list, '3').state],
			['player', makeState({size, player: makePlayer()})],
		];
		for (const [name, state] of screens) {
			t.true(told(await drawState({...state, notice})).includes(told(text)), `${name} at ${size.columns}×${size.rows}`);
		}
	}
});

test('what is wrong with a search is told in full', async t => {
	const frame = await drawState(pressKeys(makeAuditState({columns: 80, rows: 24}), '/', ...keysOf(' zzzz:1'), 'enter').state);
	t.regex(told(frame), /unknownfield"zzzz":knownareuser,.*,as;writezzzz\\:forthetextitself/v);
});

test('the status of the player stays below news that have room above it', async t => {
	const choosing = pressKeys(makeState({player: makePlayer()}), 'v').state;
	const frame = await drawState({...choosing, notice: {text: 'Choose text: v begins, y copies, Esc leaves, and so on to the end.', isError: false}});
	t.true(frame.includes('copy: line'));
	t.true(frame.includes('and so on to the end.'));
});

test('what is typed in the player stays below what is wrong with it', async t => {
	const frame = await drawState(pressKeys(makeState({player: makePlayer()}), '/', ...keysOf('zzzz:1'), 'enter').state);
	t.true(frame.includes(' / zzzz:1'));
	t.regex(told(frame), /unknownfield"zzzz":knownareuser,.*,as;writezzzz\\:forthetextitself/v);
});

test('work that goes on does not hide what is wrong', async t => {
	const working = pressKeys(makeAuditState({columns: 80, rows: 24}), ':', ...keysOf('index'), 'enter').state;
	t.true((await drawState(working)).includes('Indexing'));
	t.true((await drawState(pressKeys(working, '/', ...keysOf(' has:gapp'), 'enter').state)).includes('did you mean "gap"?'));
});
