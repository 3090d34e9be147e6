import test from 'ava';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {makeHitsState} from '../helpers/hits-day.ts';
import {matchFrame, matchFrames} from '../helpers/match-frame.ts';
import {pressKeys} from '../helpers/press-keys.ts';

const normal = {columns: 80, rows: 24};
const wide = {columns: 120, rows: 40};
const narrow = {columns: 60, rows: 20};

test('the hits at 80×24 over the screen at the chosen one', matchFrame, 'hits', makeHitsState(normal));
test('the hits at 120×40', matchFrame, 'hits', makeHitsState(wide));
test('the hits at 60×20 have no room for the screen', matchFrame, 'hits', makeHitsState(narrow));
test('the hits in ASCII', matchFrame, 'hits-ascii', withAscii());
test('a query without a moment says what to add', matchFrames, 'hits-no-moment', size => pressKeys(makeAuditState(size), '2').state);
test('no hit tells how many sessions are not indexed', matchFrames, 'hits-none', size => makeHitsState(size, [{type: 'coverage', searched: 9911, total: 10_412, unindexed: 501}]));
test('a search that fails says so and offers the next step', matchFrames, 'hits-failure', failing);

test('a frame of hits has as many rows as the terminal at any size', async t => {
	for (const columns of [40, 59, 60, 79, 80, 109, 110, 170, 220]) {
		for (const rows of [10, 19, 20, 33, 34, 70]) {
			const frame = await drawState(makeHitsState({columns, rows}));
			t.is(frame.split('\n').length - 1, rows, `${columns}×${rows}`);
		}
	}
});

test('what turns the reading direction or shows nothing is text in a hit', async t => {
	const opened = pressKeys(makeHitsState(wide), ']', ']', ']', 'l').state;
	t.true((await drawState(opened)).includes(String.raw`evil\u202e\u200b nginx`));
});

function withAscii() {
	const state = makeHitsState(normal);
	return {...state, settings: {...state.settings, glyphs: 'ascii' as const}};
}

function failing(size: State['size']): State {
	const empty = makeHitsState(size, []);
	const {state} = pressKeys({...empty, hits: {...empty.hits, applied: undefined}}, '1', '2');
	return update(state, {type: 'hitsFailed', requestId: state.hits.search?.requestId ?? 0, message: 'store.db: database disk image is malformed', isAccess: false, problem: undefined}).state;
}
