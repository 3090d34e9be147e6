import test from 'ava';
import {followStale} from '../../source/console/jobs/update-jobs.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {matchFrames} from '../helpers/match-frame.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});
const working = pressKeys(list, ':', ...keysOf('index'), 'enter').state;
const half = update(working, {type: 'jobProgressed', id: 1, progress: {done: 271, total: 501, unit: 'recordings', share: 0.54, bytesDone: 450_000_000, elapsedMs: 25_000}}).state;
const exit = {type: 'exit', code: 0};

function ended(state: State): ReturnType<typeof update> {
	return update(state, {type: 'jobEnded', id: 1, state: 'done', result: '501 recordings indexed.'});
}

test('a running job stands in the status row', matchFrames, 'job', size => ({...half, size}));
test('the list of jobs', matchFrames, 'jobs', size => pressKeys({...half, size}, ':', ...keysOf('jobs'), 'enter').state);
test('leaving while a job runs asks', matchFrames, 'leave', size => pressKeys({...half, size}, 'q').state);

test('a job is started once, and its end is told', t => {
	t.deepEqual(pressKeys(list, ':', ...keysOf('index all'), 'enter').effects.at(-1), {type: 'startJob', id: 1, order: {type: 'index', isRebuild: true}});
	t.is(ended(half).state.notice?.text, '501 recordings indexed.');
});

test('a job goes on when the screen changes', async t => {
	t.true((await drawState(pressKeys(half, '2').state)).includes('Indexing'));
});

test('a job is cancelled from the list', t => {
	t.deepEqual(pressKeys(half, ':', ...keysOf('jobs'), 'enter', 'right', 'enter').effects.at(-1), {type: 'cancelJob', id: 1});
});

test('a second Ctrl-C leaves at once, the first asks', t => {
	const asked = pressKeys(half, 'ctrl-c');
	t.deepEqual(asked.effects.filter(effect => effect.type === 'exit'), []);
	t.deepEqual(pressKeys(asked.state, 'ctrl-c').effects, [{type: 'exit', code: 130}]);
});

test('whoever waits leaves when the job has ended', t => {
	const waiting = pressKeys(half, 'q', 'enter');
	t.deepEqual(waiting.effects.filter(effect => effect.type === 'exit'), []);
	t.deepEqual(ended(waiting.state).effects, [exit]);
});

test('whoever cancels leaves at once, whoever stays stays', t => {
	t.deepEqual(pressKeys(half, 'q', 'right', 'enter').effects.at(-1), exit);
	t.is(pressKeys(half, 'q', 'esc').state.overlay, undefined);
	t.deepEqual(ended(pressKeys(half, 'q', 'esc').state).effects, []);
});

test('a store that is behind is caught up with once, and leaving does not wait for it', t => {
	const counts = {matching: 3, matchingBytes: 100, matchingMs: 100, total: 3, unindexed: 2};
	const asked = {...list, sessions: {...list.sessions, counts: undefined}};
	const behind = {...list, sessions: {...list.sessions, counts}};
	t.deepEqual(followStale(asked, behind).effects, [{type: 'catchUp'}]);
	t.deepEqual(followStale(behind, behind).effects, []);
	const catching = update(behind, {type: 'jobOrdered', order: {type: 'index', isRebuild: false, isUnasked: true}}).state;
	t.deepEqual(pressKeys(catching, 'q').effects.filter(effect => effect.type === 'exit'), [exit]);
});
