import test from 'ava';
import {makePlayer} from '../../../helpers/make-player.ts';
import {makeState} from '../../../helpers/make-state.ts';
import {playFixture} from '../../../helpers/play-fixture.ts';
import type {PlayedFixture} from '../../../helpers/play-fixture.ts';
import {keysOf, pressKeys} from '../../../helpers/press-keys.ts';
import {update} from '../../../../source/console/update.ts';

async function search(played: PlayedFixture, words: string): Promise<void> {
	for (const key of ['/', ...keysOf(words), 'enter']) {
		played.dispatch({type: 'pressed', press: {key, text: key === 'space' ? ' ' : (key.length === 1 ? key : '')}});
	}

	await played.until(({search: {isWaiting}, targetMs}) => !isWaiting && targetMs === undefined, `for the hits of ${words}`);
}

test('/ goes to the first instant at which the words stood, and marks them', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl', {size: {columns: 100, rows: 40}});
	await played.seek('space', 'g');
	await search(played, '"test failed"');
	const {hits, positionMs} = played.player;
	t.true((hits?.count ?? 0) > 0);
	t.is(hits?.hits[0]?.fromMs, positionMs);
	const row = played.readPane().findIndex(line => line.includes('test failed'));
	const cells = played.readCells()[row];
	const column = played.readPane()[row]?.indexOf('test failed') ?? 0;
	const isInverse = (at: number): boolean => cells?.get(at)?.look.at(-4) === 'x';
	t.true([...'test failed'].every((_, index) => isInverse(column + index)));
	t.false(isInverse(column - 1));
	t.true(played.access.some(entry => entry.startsWith('search ') && entry.includes('"test failed"')));
	await played.close();
});

test('n goes on from there, and what is not there is told', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	await played.seek('space', 'g');
	await search(played, 'nginx');
	const {hits} = played.player;
	const first = played.player.positionMs;
	await played.seek('n');
	t.is(hits?.hits.find(({fromMs}) => fromMs > first)?.fromMs, played.player.positionMs);
	await search(played, 'nowhere');
	t.is(played.state.notice?.text, 'No hit in this recording.');
	t.is(played.player.hits?.count, 0);
	await played.close();
});

const before = makeState({player: makePlayer()});

test('while it is typed what to look for, keys are text', t => {
	const {state} = pressKeys(before, '/', ...keysOf('q 5'));
	t.is(state.player?.search.input?.text, 'q 5');
	t.is(state.screen, 'player');
});

test('pasted text is typed, without its controls', t => {
	const {state} = pressKeys(before, '/');
	t.is(update(state, {type: 'pasted', text: 'a\u{7}b\n'}).state.player?.search.input?.text, 'ab');
});

test('Esc leaves the search and what was found before', t => {
	t.is(pressKeys(before, '/', 'x', 'esc').state.player?.search.input, undefined);
	t.is(pressKeys(before, '/', 'backspace').state.player?.search.input, undefined);
});

test('Tab completes what is looked for, and tells what it may be', t => {
	t.is(pressKeys(before, '/', ...keysOf('se'), 'tab').state.player?.search.input?.text, 'se');
	t.is(pressKeys(before, '/', ...keysOf('see'), 'tab').state.player?.search.input?.text, 'seen:');
	t.regex(pressKeys(before, '/', ...keysOf('se'), 'tab').state.notice?.text ?? '', /seen:/v);
	t.is(pressKeys(before, '/', ...keysOf('zz'), 'tab').state.notice?.text, 'Nothing to complete here.');
});

test('the arrows bring back what was searched before, here and in the lists', t => {
	const again = pressKeys({...before, sessions: {...before.sessions, history: ['seen:vim']}}, '/', ...keysOf('nginx'), 'enter', '/').state;
	const textAfter = (...keys: readonly string[]) => pressKeys(again, ...keys).state.player?.search.input?.text;
	t.deepEqual(again.sessions.history, ['seen:vim', 'nginx']);
	t.is(textAfter(), 'nginx');
	t.is(textAfter('up'), 'seen:vim');
	t.is(textAfter('up', 'up'), 'seen:vim');
	t.is(textAfter('up', 'down'), 'nginx');
	t.is(textAfter('up', 'down', 'down'), '');
});

test('a wrong search is told and can be mended', t => {
	const {state, effects} = pressKeys(before, '/', ...keysOf('colour:red'), 'enter');
	t.regex(state.notice?.text ?? '', /unknown field "colour"/v);
	t.is(state.player?.search.input?.text, 'colour:red');
	t.deepEqual(effects.filter(effect => effect.type === 'searchHere'), []);
});

test('a search without words for the screen is refused', t => {
	t.regex(pressKeys(before, '/', ...keysOf('user:bob'), 'enter').state.notice?.text ?? '', /what stood on the screen/v);
});

test('an empty search forgets the hits', t => {
	const player = makePlayer({hits: {patterns: [], hits: [], count: 3}});
	t.is(pressKeys(makeState({player}), '/', 'enter').state.player?.hits, undefined);
});

test('only this recording is searched', t => {
	const {effects} = pressKeys(before, '/', ...keysOf('a or b'), 'enter');
	const asked = effects.find(effect => effect.type === 'searchHere');
	t.like(asked?.type === 'searchHere' ? asked.query : undefined, {type: 'and', parts: [{field: 'rec', values: [{type: 'phrase', text: makePlayer().session.rec}]}, {field: 'host', values: [{text: 'web1'}]}, {type: 'or'}]});
});

test('a running recording is searched again when it has grown, and logged once', t => {
	const player = makePlayer();
	const live = makeState({player: {...player, session: {...player.session, state: 'live'}}});
	const asked = pressKeys(live, '/', 'a', 'enter');
	t.like(asked.effects.find(effect => effect.type === 'searchHere'), {isNew: true});
	const query = asked.state.player?.search.asked?.query ?? {type: 'all'};
	const found = update(asked.state, {type: 'foundHere', query, hits: [], count: 0, isIndexed: true}).state;
	const resting = update(found, {type: 'timedOut', what: 'hits'});
	t.deepEqual(resting.effects.filter(effect => effect.type === 'searchHere'), []);
	t.true(resting.effects.some(effect => effect.type === 'after' && effect.name === 'player.hits'));
	const longer = resting.state.player && {...resting.state.player, session: {...resting.state.player.session, lastId: player.session.lastId + 1}};
	t.like(update({...resting.state, player: longer}, {type: 'timedOut', what: 'hits'}).effects.find(effect => effect.type === 'searchHere'), {isNew: false});
});

test('a search that could not be logged is not made again without its entry', t => {
	const asked = pressKeys(before, '/', 'a', 'enter').state;
	const failed = update(asked, {type: 'searchFailed', query: asked.player?.search.asked?.query ?? {type: 'all'}, message: 'disk full'}).state;
	t.deepEqual(update(failed, {type: 'timedOut', what: 'hits'}).effects.filter(effect => effect.type === 'searchHere'), []);
});

test('the answer to another search is not taken', t => {
	const {state} = pressKeys(before, '/', 'a', 'enter');
	const late = update(state, {type: 'foundHere', query: {type: 'all'}, hits: [], count: 9, isIndexed: true});
	t.is(late.state.player?.hits, undefined);
});

test('a recording that is not indexed says that, not that there is no hit', t => {
	const {state} = pressKeys(before, '/', 'a', 'enter');
	const query = state.player?.search.asked?.query ?? {type: 'all'};
	t.regex(update(state, {type: 'foundHere', query, hits: [], count: 0, isIndexed: false}).state.notice?.text ?? '', /not indexed yet/v);
});
