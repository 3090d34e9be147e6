import test from 'ava';
import type {Action} from '../../source/console/action.ts';
import {addressOf} from '../../source/console/sessions/address-of.ts';
import {tickIntervalMs} from '../../source/console/sessions/refresh.ts';
import {listShown} from '../../source/console/sessions/shown-rows.ts';
import {initialSessions} from '../../source/console/sessions/sessions-state.ts';
import type {SessionsState} from '../../source/console/sessions/sessions-state.ts';
import {inputOf} from '../../source/console/text-input.ts';
import type {State, Update} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import type {Session, SessionPage} from '../../source/store/store.ts';
import {auditRows, makeAuditState, mondayNoon} from '../helpers/audit-day.ts';
import {makePlayer} from '../helpers/make-player.ts';
import {makeSession} from '../helpers/make-session.ts';
import {makeState} from '../helpers/make-state.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const size = {columns: 80, rows: 24};
const quiet: Partial<SessionsState> = {marked: new Map()};

test('the list is read again without moving rows: new ones are counted', t => {
	const newcomer = makeSession({user: 'zoe', rec: 'boot-9-z'});
	const grown = {...auditRows[0] ?? makeSession(), lengthMs: 999_000};
	const asked = act(makeAuditState(size), {type: 'changed'});
	const {state} = answer(asked, [newcomer, grown, ...auditRows.slice(1)]);
	t.deepEqual(listShown(state.sessions).map(session => addressOf(session)), auditRows.map(session => addressOf(session)));
	t.is(state.sessions.rows[0]?.lengthMs, 999_000);
	t.is(state.sessions.fresh, 1);
	const shown = answer(pressKeys(state, 'r'), [newcomer, ...auditRows]);
	t.is(shown.state.sessions.rows[0]?.user, 'zoe');
	t.is(shown.state.sessions.fresh, 0);
});

test('a session that begins now comes first where the list begins, and the chosen row stays chosen', t => {
	const newcomer = makeSession({user: 'zoe', rec: 'boot-9-z', state: 'live', receivedAt: mondayNoon, endedAt: mondayNoon});
	const refresh = (state: State) => answer(act(state, {type: 'changed'}), [newcomer, ...auditRows]).state.sessions;
	const grown = refresh(makeAuditState(size));
	t.is(grown.rows[0]?.user, 'zoe');
	t.is(grown.selected, addressOf(auditRows[2] ?? makeSession()));
	t.is(grown.fresh, 0);
	const elsewhere = refresh(makeAuditState(size, {sort: 'length'}));
	t.is(elsewhere.rows[0]?.user, 'bob');
	t.is(elsewhere.fresh, 1);
});

test('a list that follows takes new sessions in, the newest chosen', t => {
	const newcomer = makeSession({user: 'zoe', rec: 'boot-9-z'});
	const following = answer(pressKeys(makeAuditState(size), 'F'), auditRows);
	const {state} = answer(act(following.state, {type: 'changed'}), [newcomer, ...auditRows]);
	t.is(state.sessions.rows[0]?.user, 'zoe');
	t.is(state.sessions.selected, addressOf(newcomer));
});

test('what is typed ranks the rows after 80 ms and asks the store after 250 ms', t => {
	const {state, effects} = pressKeys(makeAuditState(size, {filter: {text: '', cursor: 0}}), '/', ...keysOf('bob'));
	t.deepEqual(effects.filter(effect => effect.type === 'list'), []);
	t.deepEqual(effects.filter(effect => effect.type === 'after').slice(-2).map(({name, delayMs}) => [name, delayMs]), [['rank', 80], ['ask', 250]]);
	t.like(act(state, {type: 'rankDue'}).effects[0], {type: 'rank', text: 'bob', words: ['bob']});
	t.like(act(state, {type: 'askDue'}).effects.find(effect => effect.type === 'list'), {text: 'bob', isNew: true});
});

test('rows found while typing are the only ones shown, those of the store\'s answer are all shown', t => {
	const typed = pressKeys(makeAuditState(size, {filter: {text: '', cursor: 0}}), '/', ...keysOf('bob')).state;
	const [first = '', second = ''] = [auditRows[7], auditRows[0]].map(session => session === undefined ? '' : addressOf(session));
	const ranked = act(typed, {type: 'ranked', text: 'bob', order: [first, second], matches: new Map()}).state;
	t.deepEqual(listShown(ranked.sessions).map(session => session.user), ['bob', 'bob']);
	const answered = answer(act(ranked, {type: 'askDue'}), auditRows).state;
	t.is(listShown(answered.sessions).length, auditRows.length);
	t.is(addressOf(listShown(answered.sessions)[0] ?? makeSession()), first);
});

test('an answer to an older question is dropped', t => {
	const first = pressKeys(makeAuditState(size), 'D');
	const second = pressKeys(first.state, 'U');
	const late = answer(first, [], second.state);
	t.is(late.state.sessions.rows.length, auditRows.length);
	t.is(answer(second, []).state.sessions.rows.length, 0);
});

test('a wrong filter is told with its place, and the last good rows stay', t => {
	const {state} = pressKeys(makeAuditState(size), '/', ...keysOf(' has:gapp'), 'enter');
	t.like(state.sessions.problem, {offset: 27});
	t.true(state.sessions.isEditing);
	t.is(state.sessions.rows.length, auditRows.length);
});

test('Esc leaves the filter box as the rows are', t => {
	const {state} = pressKeys(makeAuditState(size), '/', ...keysOf('xyz'), 'esc');
	t.is(state.sessions.filter.text, 'since:2d not user:root');
	t.false(state.sessions.isEditing);
});

test('Esc undoes one level at a time: request, marks, filter; it never quits', t => {
	const busy = act(pressKeys(makeAuditState(size), 'r').state, {type: 'waited', requestId: 1, waitedMs: 150}).state;
	const levels = (state: State) => [state.sessions.asking !== undefined, state.sessions.marked.size > 0, state.sessions.filter.text !== ''];
	t.deepEqual(levels(busy), [true, true, true]);
	t.deepEqual(levels(pressKeys(busy, 'esc').state), [false, true, true]);
	t.deepEqual(levels(pressKeys(busy, 'esc', 'esc').state), [false, false, true]);
	const unfiltered = pressKeys(busy, 'esc', 'esc', 'esc');
	t.is(unfiltered.state.sessions.filter.text, '');
	t.false(pressKeys(unfiltered.state, 'esc', 'esc').effects.some(effect => effect.type === 'exit'));
});

test('Space marks the chosen session and goes to the next, again takes the mark away', t => {
	const marked = pressKeys(makeAuditState(size, quiet), 'space').state;
	t.deepEqual(marked.sessions.marked.keys().toArray(), [addressOf(auditRows[2] ?? makeSession())]);
	t.is(marked.sessions.selected, addressOf(auditRows[3] ?? makeSession()));
	t.is(pressKeys(marked, 'up', 'space').state.sessions.marked.size, 0);
});

test('`*` marks all shown, again none', t => {
	const all = pressKeys(makeAuditState(size, quiet), '*').state;
	t.is(all.sessions.marked.size, auditRows.length);
	t.is(pressKeys(all, '*').state.sessions.marked.size, 0);
});

test('a sort key sorts by its column, again turns the order round; names begin with A', t => {
	const requestOf = (...keys: readonly string[]) => pressKeys(makeAuditState(size), ...keys).effects.findLast(effect => effect.type === 'list')?.request;
	t.like(requestOf('D'), {sort: 'length', isDescending: true});
	t.like(requestOf('D', 'D'), {sort: 'length', isDescending: false});
	t.like(requestOf('H'), {sort: 'host', isDescending: false});
	t.like(requestOf('S'), {sort: 'start', isDescending: false});
});

test('waiting shows after 150 ms, then counts seconds, and gives up after 30', t => {
	const asked = pressKeys(makeAuditState(size), 'r').state;
	const waiting = act(asked, {type: 'waited', requestId: 1, waitedMs: 150});
	t.is(waiting.state.sessions.asking?.waitedMs, 150);
	t.deepEqual(waiting.effects, [{type: 'after', name: 'waited', delayMs: 850, action: {type: 'waited', requestId: 1, waitedMs: 1000}}]);
	const given = act(waiting.state, {type: 'waited', requestId: 1, waitedMs: 30_000}).state;
	t.is(given.sessions.asking, undefined);
	t.is(given.sessions.failure?.message, 'es:audit has not answered for 30 s.');
	t.is(given.sessions.rows.length, auditRows.length);
});

test('nothing stays on the screen when the access log cannot be written', t => {
	const asked = pressKeys(makeAuditState(size), 'r').state;
	const {state} = act(asked, {type: 'listFailed', requestId: 1, message: 'disk full', isAccess: true, now: mondayNoon});
	t.deepEqual(state.sessions.rows, []);
	t.deepEqual(pressKeys(state, 'q').effects, [{type: 'exit', code: 3}]);
});

test('the end of the loaded rows asks for more of them', t => {
	const rows = Array.from({length: 200}, (_, index) => makeSession({rec: `boot-${index}-a`}));
	const counts = {matching: 900, matchingBytes: 0, matchingMs: 0, total: 900, unindexed: 0};
	const far = makeAuditState(size, {rows, counts, selected: 'web1/boot-149-a'});
	const near = pressKeys(far, 'down').effects.find(effect => effect.type === 'list');
	t.like(near?.request, {offset: 200, limit: 500});
	const last = pressKeys(far, 'G');
	t.like(last.effects.find(effect => effect.type === 'list')?.request, {offset: 200, limit: 4800});
	const more = answer(last, Array.from({length: 700}, (_, index) => makeSession({rec: `boot-${index + 200}-a`})), last.state, counts);
	t.is(more.state.sessions.selected, 'web1/boot-899-a');
});

test('a refresh reads what is in sight and above, not thousands of rows below', t => {
	const rows = Array.from({length: 3000}, (_, index) => makeSession({rec: `boot-${index}-a`}));
	const counts = {matching: 3000, matchingBytes: 0, matchingMs: 0, total: 3000, unindexed: 0};
	const asked = act(makeAuditState(size, {rows, counts, firstRow: 100, selected: 'web1/boot-110-a'}), {type: 'changed'});
	t.like(asked.effects.find(effect => effect.type === 'list')?.request, {offset: 0, limit: 300});
	t.is(answer(asked, rows.slice(0, 300), asked.state, counts).state.sessions.rows.length, 3000);
});

test('Enter on an empty answer takes away the term that excludes most', t => {
	const empty = makeAuditState(size, {
		rows: [],
		selected: undefined,
		counts: {matching: 0, matchingBytes: 0, matchingMs: 0, total: 10, unindexed: 0},
		without: [{term: 'a', rest: 'b c', matching: 1, nearest: undefined}, {term: 'b', rest: 'a c', matching: 7, nearest: undefined}],
	});
	t.is(pressKeys(empty, 'enter').state.sessions.filter.text, 'a c');
});

test('the preview has a place on tall screens; elsewhere it lies over the list until any key', t => {
	t.false(pressKeys(makeAuditState({columns: 120, rows: 40}), 'p').state.sessions.isPreviewOpen);
	const peek = pressKeys(makeAuditState(size), 'p').state;
	t.deepEqual(peek.overlay, {type: 'peek', tab: 'screen'});
	t.is(pressKeys(peek, 'x').state.overlay, undefined);
});

test('the chosen row keeps its place through a resize there and back', t => {
	const before = pressKeys(makeAuditState(size), 'G').state;
	const small = act(before, {type: 'resized', size: {columns: 60, rows: 12}}).state;
	t.is(small.sessions.selected, before.sessions.selected);
	const back = act(small, {type: 'resized', size}).state;
	t.is(back.sessions.selected, before.sessions.selected);
	t.is(back.sessions.firstRow, 0);
});

test('the day keys go to the nearest row of another day', t => {
	const {state} = pressKeys(makeAuditState(size), ']');
	t.is(state.sessions.selected, addressOf(auditRows[8] ?? makeSession()));
	t.is(pressKeys(state, '[').state.sessions.selected, addressOf(auditRows[7] ?? makeSession()));
});

test('time ticks each second for a fresh running session, each minute for ages, else not at all', t => {
	const still = auditRows.slice(2);
	t.is(tickIntervalMs(makeAuditState(size)), 1000);
	t.is(tickIntervalMs(makeAuditState(size, {rows: still})), undefined);
	t.is(tickIntervalMs(pressKeys(makeAuditState(size, {rows: still}), 'a').state), 60_000);
	t.is(tickIntervalMs({...makeAuditState(size), now: mondayNoon + 60_000}), undefined);
});

test('a check that finds nothing new leaves an idle list as it is, and its time is known when the next one fails', t => {
	const idle = makeAuditState(size, {rows: auditRows.slice(2)});
	const {state, effects} = act(idle, {type: 'unchanged', now: mondayNoon + 30_000});
	t.is(state, idle);
	const action = {type: 'refreshDue', goodAt: mondayNoon + 30_000} as const;
	t.deepEqual(effects, [{type: 'after', name: 'refresh', delayMs: 2000, action}]);
	t.like(act(state, action).effects[0], {type: 'check', goodAt: mondayNoon + 30_000});
	const failed = act(state, {type: 'checkFailed', message: 'locked', goodAt: mondayNoon + 30_000, now: mondayNoon + 60_000}).state;
	t.is(failed.sessions.readAt, mondayNoon + 30_000);
});

test('`!` asks for sessions with problems alone, again for all', t => {
	const only = pressKeys(makeAuditState(size), '!');
	t.is(only.state.sessions.filter.text, 'since:2d not user:root has:gap');
	t.is(only.effects.findLast(effect => effect.type === 'list')?.text, 'since:2d not user:root has:gap');
	t.is(pressKeys(only.state, '!').state.sessions.filter.text, 'since:2d not user:root');
});

test('a wrong filter at the start shows everything, with the filter open to be mended', t => {
	const {state, effects} = act(makeAuditState(size, {...initialSessions, filter: inputOf('colour:red')}), {type: 'started'});
	t.true(state.sessions.isEditing);
	t.is(state.sessions.problem?.offset, 0);
	t.like(effects.find(effect => effect.type === 'list')?.request.query, {type: 'all'});
});

test('a command of the list leaves the player, and its filter is the one that is asked for', t => {
	const playing = makeState({player: makePlayer(), sessions: makeAuditState(size).sessions});
	const {state, effects} = act(playing, {type: 'commanded', line: 'user carol'});
	t.is(state.screen, 'sessions');
	t.is(state.player, undefined);
	t.deepEqual(effects.filter(effect => effect.type === 'list').map(effect => effect.text), ['user:carol']);
	t.true(effects.some(effect => effect.type === 'closePlayer'));
});

function act(state: State, action: Action): Update {
	return update(state, action);
}

/** The store's answer to the last question of an update. */
function answer({effects, state}: Update, sessions: readonly Session[], present = state, counts = countOf(sessions)): Update {
	const requestId = effects.findLast(effect => effect.type === 'list')?.requestId ?? 0;
	return update(present, {type: 'listed', requestId, page: {sessions, ...counts}, revision: 1, now: mondayNoon});
}

function countOf(sessions: readonly Session[]): Omit<SessionPage, 'sessions'> {
	return {matching: sessions.length, matchingBytes: 0, matchingMs: 0, total: sessions.length, unindexed: 0};
}
