import test from 'ava';
import type {State} from '../../source/console/state.ts';
import {inputOf} from '../../source/console/text-input.ts';
import {initialSessions} from '../../source/console/sessions/sessions-state.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {matchFrame, matchFrames} from '../helpers/match-frame.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const normal = {columns: 80, rows: 24};
const wide = {columns: 120, rows: 40};
const narrow = {columns: 60, rows: 20};

test('the list at 80×24', matchFrame, 'sessions', makeAuditState(normal));
test('the list at 120×40 has its preview below', matchFrame, 'sessions', makeAuditState(wide));
test('the list at 60×20 shows ages and drops what matters less', matchFrame, 'sessions', makeAuditState(narrow));
test('the list at 200×60 has its preview at the right', matchFrame, 'sessions', makeAuditState({columns: 200, rows: 60}));
test('the list at 40×10, the smallest', matchFrame, 'sessions', makeAuditState({columns: 40, rows: 10}));
test('the list in ASCII', matchFrame, 'sessions-ascii', withSettings(makeAuditState(normal), {glyphs: 'ascii'}));
test('the list while a wrong filter is typed', matchFrames, 'filter-wrong', size => pressKeys(makeAuditState(size), '/', ...keysOf(' has:gapp'), 'enter').state);
test('all about a session', matchFrames, 'info', size => pressKeys(makeAuditState(size), 'I').state);
test('the help of the list', matchFrames, 'help', size => pressKeys(makeAuditState(size), '?').state);
test('the help at 60×20', matchFrame, 'help', pressKeys(makeAuditState(narrow), '?').state);
test('the palette', matchFrames, 'palette', size => pressKeys(makeAuditState(size), ':', 's').state);
test('an empty store says how recordings come in', matchFrames, 'store-empty', size => makeAuditState(size, {...initialSessions, counts: {matching: 0, matchingBytes: 0, matchingMs: 0, total: 0, unindexed: 0}}));
test('no match says which term to take away', matchFrames, 'no-match', size => makeAuditState(size, {
	rows: [],
	counts: {matching: 0, matchingBytes: 0, matchingMs: 0, total: 10_412, unindexed: 0},
	filter: inputOf('since:2d user:alcie'),
	applied: {text: 'since:2d user:alcie', query: {type: 'all'}},
	without: [{term: 'since:2d', rest: 'user:alcie', matching: 0, nearest: undefined}, {term: 'user:alcie', rest: 'since:2d', matching: 61, nearest: 'alice'}],
}));
test('a store that cannot be read says so and offers the next step', matchFrames, 'store-failure', size => makeAuditState(size, {...initialSessions, failure: {message: 'store.db: not a database', since: 0, isAccess: false}}));
test('a terminal below 40×10 gets one line', matchFrame, 'too-small', makeAuditState({columns: 38, rows: 9}));

test('a frame has as many rows as the terminal at any size', async t => {
	for (const columns of [40, 59, 60, 79, 80, 109, 110, 169, 170, 220]) {
		for (const rows of [10, 19, 20, 33, 34, 70]) {
			const frame = await drawState(makeAuditState({columns, rows}));
			t.is(frame.split('\n').length - 1, rows, `${columns}×${rows}`);
		}
	}
});

test('recorded escape codes are text in the list', async t => {
	const frame = await drawState(makeAuditState(normal));
	t.true(frame.includes(String.raw`bob\x1b[…`));
});

function withSettings(state: State, settings: Partial<State['settings']>): State {
	return {...state, settings: {...state.settings, ...settings}};
}
