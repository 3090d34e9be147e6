import test from 'ava';
import type {Action} from '../../source/console/action.ts';
import {goBeyondSession} from '../../source/console/hits/go-beyond-session.ts';
import {mostHits} from '../../source/console/hits/fold-group.ts';
import {chosenHitRow, listHitRows} from '../../source/console/hits/hit-rows.ts';
import {addressOf} from '../../source/console/sessions/address-of.ts';
import type {State, Update} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import type {Hit, MomentsPart} from '../../source/store/moments.ts';
import {inputOf} from '../../source/console/text-input.ts';
import {auditRows, makeAuditState} from '../helpers/audit-day.ts';
import {foundParts, makeHit, makeHitsState} from '../helpers/hits-day.ts';
import {makeSession} from '../helpers/make-session.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const size = {columns: 80, rows: 24};
const searched = pressKeys(makeAuditState(size, {filter: inputOf('seen:failed')}), '2');
const requestId = searched.state.hits.search?.requestId ?? 0;

test('the query of the list of sessions is searched for moments', t => {
	t.like(searched.effects.find(effect => effect.type === 'findHits'), {text: 'seen:failed', isNew: true, after: undefined});
	t.is(searched.state.screen, 'hits');
	t.deepEqual(pressKeys(searched.state, '1', '2').effects.filter(effect => effect.type === 'findHits'), []);
});

test('a query without a moment is not searched', t => {
	const {effects, state} = pressKeys(makeAuditState(size, {filter: inputOf('user:alice')}), '2');
	t.deepEqual(effects.filter(effect => effect.type === 'findHits'), []);
	t.is(state.hits.search, undefined);
});

test('what comes later stands behind, and the chosen row keeps its place', t => {
	const first = act(searched.state, {type: 'hitsFound', requestId, parts: foundParts.slice(0, 1)}).state;
	const moved = pressKeys(first, 'n', 'n').state;
	const chosen = chosenHitRow(moved.hits);
	const later = act(moved, {type: 'hitsFound', requestId, parts: foundParts.slice(1)}).state;
	t.deepEqual(listHitRows(later.hits).slice(0, 5).map(({address, index}) => [address, index]), listHitRows(moved.hits).map(({address, index}) => [address, index]));
	t.is(chosenHitRow(later.hits)?.index, chosen?.index);
	t.is(later.hits.firstRow, moved.hits.firstRow);
});

test('what an older search found is dropped', t => {
	const again = pressKeys(searched.state, 'r').state;
	t.is(act(again, {type: 'hitsFound', requestId, parts: foundParts}).state.hits.groups.length, 0);
});

test('n and N go from hit to hit and open folded sessions, ] and [ from session to session', t => {
	const all = makeHitsState({columns: 80, rows: 20});
	const last = pressKeys(all, 'n', 'n', 'n', 'n').state;
	t.is(chosenHitRow(last.hits)?.group.session.user, 'deploy');
	t.is(chosenHitRow(last.hits)?.hit?.fromMs, 12_000);
	t.is(chosenHitRow(pressKeys(last, 'N').state.hits)?.hit?.fromMs, 4_462_000);
	const head = pressKeys(all, ']').state;
	t.is(chosenHitRow(head.hits)?.index, -1);
	t.is(chosenHitRow(head.hits)?.group.session.host, 'db2');
	t.is(chosenHitRow(pressKeys(all, '[').state.hits)?.group.session.user, 'alice');
});

test('a session folds with its head chosen, opens with some hits, then with all', t => {
	const folded = pressKeys(makeHitsState(size), 'h').state;
	t.is(folded.hits.groups[0]?.shown, 0);
	t.is(chosenHitRow(folded.hits)?.index, -1);
	const open = pressKeys(folded, 'l').state;
	t.is(open.hits.groups[0]?.shown, 4);
	const bob = pressKeys(open, ']', 'l');
	t.like(bob.effects.find(effect => effect.type === 'loadHits'), {session: {host: 'db2'}});
	const address = bob.state.hits.groups[1]?.address ?? '';
	const hits = Array.from({length: 21}, (_, index) => makeHit(index * 1000, 'test failed'));
	const loaded = act(bob.state, {type: 'hitsLoaded', query: bob.state.hits.applied?.query ?? {type: 'all'}, address, isUnfolding: true, hits, count: 21}).state;
	t.is(listHitRows(loaded.hits).filter(row => row.address === address).length, 22);
});

test('the row that tells of more shows them by Enter', t => {
	const more = pressKeys(makeHitsState(size), ']', 'j', 'j', 'j').state;
	t.is(chosenHitRow(more.hits)?.hit, undefined);
	t.true(pressKeys(more, 'enter').effects.some(effect => effect.type === 'loadHits'));
});

test('Enter plays from the hit with the others at hand', t => {
	const {state, effects} = pressKeys(makeHitsState(size), 'enter');
	t.is(state.screen, 'player');
	t.like(effects.find(effect => effect.type === 'open'), {positionMs: 704_204});
	t.is(state.player?.hits?.hits.length, 4);
	t.deepEqual(state.player?.hits?.patterns, [{type: 'phrase', text: 'test failed'}, {type: 'word', text: 'nginx'}]);
	t.is(pressKeys(state, 'q').state.screen, 'hits');
});

test('from the player the next session with a hit is played, and the one before from its last hit', t => {
	const playing = pressKeys(makeHitsState(size), 'enter').state;
	const next = goBeyondSession(playing, 'next');
	t.is(next?.state.player?.session.host, 'db2');
	t.is(next?.state.player?.positionMs, 4_449_000);
	t.is(chosenHitRow(next?.state.hits ?? playing.hits)?.group.session.host, 'db2');
	const back = next === undefined ? undefined : goBeyondSession(next.state, 'prev');
	t.is(back?.state.player?.positionMs, 1_743_000);
	t.is(goBeyondSession(playing, 'prev'), undefined);
});

test('when the next session is not found yet the player waits for it', t => {
	const first = act(searched.state, {type: 'hitsFound', requestId, parts: foundParts.slice(0, 1)}).state;
	const waiting = goBeyondSession(pressKeys(first, 'enter').state, 'next');
	t.is(waiting?.state.player?.session.user, 'alice');
	const found = act(waiting?.state ?? first, {type: 'hitsFound', requestId, parts: foundParts.slice(1, 2)}).state;
	t.is(found.player?.session.host, 'db2');
	const ended = act(waiting?.state ?? first, {type: 'hitsEnded', requestId, isComplete: true}).state;
	t.is(ended.notice?.text, 'No further hit.');
	t.is(ended.player?.session.user, 'alice');
});

test('before the next session all hits of this one are gone through', t => {
	const playing = goBeyondSession(openHit(makeHitsState(size)), 'next')?.state ?? searched.state;
	const opened = playing.player;
	const atLast = {...playing, player: opened && {...opened, stage: 'open' as const, positionMs: 4_470_000, recording: {...opened.recording, lengthMs: 9_000_000}}};
	const asked = pressKeys(atLast, 'n');
	t.like(asked.effects.find(effect => effect.type === 'loadHits'), {session: {host: 'db2'}, isUnfolding: false});
	t.regex(asked.state.notice?.text ?? '', /Reading the 21 hits/v);
	const hits = Array.from({length: 21}, (_, index) => makeHit(4_449_000 + (index * 10_000), 'test failed'));
	const loaded = act(asked.state, makeLoaded(asked.state, hits));
	t.is(loaded.state.player?.session.host, 'db2');
	t.is(loaded.state.player?.targetMs, 4_479_000);
	t.is(loaded.state.player?.hits?.hits.length, 21);
	t.is(loaded.state.hits.groups[1]?.shown, playing.hits.groups[1]?.shown);
});

test('N goes to the last hit of the session before, not to the last one loaded', t => {
	const first = goBeyondSession(openHit(makeHitsState(size)), 'next')?.state ?? searched.state;
	const third = {...first, player: first.player && {...first.player, session: auditRows[4] ?? first.player.session}};
	const asked = goBeyondSession(third, 'prev');
	t.like(asked?.effects.find(effect => effect.type === 'loadHits'), {session: {host: 'db2'}});
	const hits = Array.from({length: 21}, (_, index) => makeHit(4_449_000 + (index * 10_000), 'test failed'));
	const loaded = act(asked?.state ?? third, makeLoaded(asked?.state ?? third, hits)).state;
	t.like(loaded.player, {positionMs: 4_649_000, session: {host: 'db2'}});
});

test('hits that are too many to list are told when they are passed over', t => {
	const all = makeHitsState(size);
	const hits = Array.from({length: mostHits}, (_, index) => makeHit(index, 'test failed'));
	const playing = openHit({...all, hits: {...all.hits, groups: all.hits.groups.map((group, index) => index === 0 ? {...group, hits, count: 12_000} : group)}});
	t.regex(goBeyondSession(playing, 'next')?.state.notice?.text ?? '', /first 10,000 of 12,000 hits/v);
});

test('n after a failed search, and behind the last session that is listed, is refused', t => {
	const first = act(searched.state, {type: 'hitsFound', requestId, parts: foundParts.slice(0, 1)}).state;
	const failed = openHit(act(first, {type: 'hitsFailed', requestId, message: 'disk on fire', isAccess: false, problem: undefined}).state);
	const refused = goBeyondSession(failed, 'next')?.state;
	t.regex(refused?.notice?.text ?? '', /disk on fire/v);
	t.is(refused?.hits.awaited, undefined);
});

test('when the search fails that the player waits for, that is told', t => {
	const first = act(searched.state, {type: 'hitsFound', requestId, parts: foundParts.slice(0, 1)}).state;
	const waiting = goBeyondSession(openHit(first), 'next')?.state ?? first;
	const failed = act(waiting, {type: 'hitsFailed', requestId, message: 'disk on fire', isAccess: false, problem: undefined}).state;
	t.regex(failed.notice?.text ?? '', /disk on fire/v);
	t.is(failed.hits.awaited, undefined);
});

test('a player that was left waits for nothing: another one stays where it is', t => {
	const first = act(searched.state, {type: 'hitsFound', requestId, parts: foundParts.slice(0, 1)}).state;
	const waiting = goBeyondSession(openHit(first), 'next')?.state ?? first;
	const other = openHit(pressKeys(waiting, 'q').state);
	t.is(act(other, {type: 'hitsFound', requestId, parts: foundParts.slice(1, 2)}).state.player?.session.user, 'alice');
});

test('a million hits are read by pages: the next one when the last rows are near', t => {
	const page: readonly MomentsPart[] = Array.from({length: 200}, (_, index) => ({type: 'session', session: makeSession({rec: `boot-${index}-a`}), hits: [makeHit(1000, 'test failed')], count: 5000}));
	const paged = act(act(searched.state, {type: 'hitsFound', requestId, parts: page}).state, {type: 'hitsEnded', requestId, isComplete: false}).state;
	t.deepEqual(pressKeys(paged, 'j').effects.filter(effect => effect.type === 'findHits'), []);
	t.like(pressKeys(paged, 'G').effects.find(effect => effect.type === 'findHits'), {after: {host: 'web1', rec: 'boot-199-a'}, isNew: false});
});

test('Esc ends the search, then the marks, then the query', t => {
	const busy = pressKeys(act(searched.state, {type: 'hitsFound', requestId, parts: foundParts}).state, 'space').state;
	const stopped = pressKeys(busy, 'esc');
	t.true(stopped.effects.some(effect => effect.type === 'stopHits'));
	t.is(stopped.state.hits.search, undefined);
	t.is(stopped.state.hits.groups.length, 4);
	const unmarked = pressKeys(stopped.state, 'esc').state;
	t.deepEqual([stopped.state.sessions.marked.size, unmarked.sessions.marked.size], [3, 0]);
	t.is(pressKeys(unmarked, 'esc').state.sessions.filter.text, '');
});

test('the screen at a hit is read once the choice has settled', t => {
	const moved = pressKeys(makeHitsState(size), 'n');
	t.deepEqual(moved.effects, [{type: 'after', name: 'hitSettled', delayMs: 80, action: {type: 'hitSettled'}}]);
	t.like(act(moved.state, {type: 'hitSettled'}).effects[0], {type: 'readHitScreen', hit: {fromMs: 1_743_000}});
	t.deepEqual(act(makeHitsState(size), {type: 'hitSettled'}).effects, []);
});

test('typing on the hits searches when it pauses, Esc brings the query back', t => {
	const typed = pressKeys(makeHitsState(size), '/', ...keysOf(' bob'));
	t.deepEqual(typed.effects.filter(effect => effect.type === 'findHits'), []);
	t.true(act(typed.state, {type: 'askDue'}).effects.some(effect => effect.type === 'findHits'));
	t.is(pressKeys(typed.state, 'esc').state.sessions.filter.text, 'seen:"test failed" or typed:nginx since:7d');
});

test('a part of the query that the store refuses is told at its place', t => {
	const problem = {message: 'this store has no audit events', offset: 0, length: 11};
	const {state} = act(searched.state, {type: 'hitsFailed', requestId, message: problem.message, isAccess: false, problem});
	t.deepEqual(state.sessions.problem, problem);
	t.is(state.hits.failure, undefined);
});

test('when looking cannot be logged nothing is shown', t => {
	const shown = act(searched.state, {type: 'hitsFound', requestId, parts: foundParts}).state;
	t.is(act(shown, {type: 'hitsFailed', requestId, message: 'disk full', isAccess: true, problem: undefined}).state.hits.groups.length, 0);
});

test('a search whose entry could not be written is logged when it is asked again', t => {
	const failed = act(searched.state, {type: 'hitsFailed', requestId, message: 'store is away', isAccess: false, problem: undefined}).state;
	const again = pressKeys(failed, 'r');
	t.like(again.effects.find(effect => effect.type === 'findHits'), {isNew: true});
	const answered = act(again.state, {type: 'hitsEnded', requestId: again.state.hits.search?.requestId ?? 0, isComplete: true}).state;
	t.like(pressKeys(answered, 'r').effects.find(effect => effect.type === 'findHits'), {isNew: false});
});

test('`y` copies the address of the hit, `*` marks all sessions', t => {
	t.like(pressKeys(makeHitsState(size), 'y').effects[0], {type: 'copy', text: `${addressOf(auditRows[2] ?? makeSession())}@11:44.204`});
	t.is(pressKeys(makeHitsState(size), '*').state.sessions.marked.size, 4);
});

function openHit(state: State): State {
	return pressKeys(state, 'enter').state;
}

/** All hits of the second session, for the player. */
function makeLoaded({hits: {applied, groups}}: State, hits: readonly Hit[]): Action {
	return {type: 'hitsLoaded', query: applied?.query ?? {type: 'all'}, address: groups[1]?.address ?? '', isUnfolding: false, hits, count: hits.length};
}

function act(state: State, action: Action): Update {
	return update(state, action);
}
