import test from 'ava';
import {createEncoder} from '../../../source/format/recording/encode.ts';
import {collectInput} from '../../../source/collect/collect-input.ts';
import type {NewEvent, Store} from '../../../source/store/store.ts';
import {openEmptyStore} from '../../helpers/fixture-store.ts';
import {update} from '../../../source/console/update.ts';
import {makeCommand} from '../../helpers/make-event.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {PlayedFixture} from '../../helpers/play-fixture.ts';

/** A recording that began a minute ago; each call of `say` adds a line of output a second later. */
async function startLive() {
	const store = await openEmptyStore();
	const encoder = createEncoder({header: {host: 'web1', rec: 'live', user: 'alice', term: 'xterm', session: 1}, startedAt: Date.now() - 60_000});
	let positionMs = 0;
	encoder.push({type: 'window', positionMs, columns: 80, rows: 24});

	function write(text: string): ReadonlyArray<{readonly text: string}> {
		positionMs += 1000;
		encoder.push({type: 'output', positionMs, data: new TextEncoder().encode(`${text}\r\n`)});
		return encoder.flush();
	}

	async function say(text: string): Promise<void> {
		await add(store, write(text));
	}

	/** As `say`, but on its way for as long as nobody calls what is given back. */
	function sayLate(text: string): () => Promise<void> {
		const lines = write(text);
		return async () => add(store, lines);
	}

	async function end(exit: string): Promise<void> {
		await add(store, encoder.end({exit, positionMs}));
	}

	await say('first');
	await say('second');
	let isBroken = false;
	const breakable: Store = {
		...store,
		async getRevision() {
			if (isBroken) {
				throw new Error('disk is gone');
			}

			return store.getRevision();
		},
	};
	const breakStore = (isAway: boolean): void => {
		isBroken = isAway;
	};

	const session = await store.getSession({host: 'web1', rec: 'live'});
	if (session === undefined) {
		throw new Error('The recording is not in the store.');
	}

	const played = new PlayedFixture(breakable, session, {now: Date.now()});
	played.dispatch({type: 'found', session, positionMs: 0});
	await played.until(({stage}) => stage === 'open', 'for the recording to open');
	return {played, say, sayLate, end, breakStore};
}

async function add(store: Store, lines: ReadonlyArray<{readonly text: string}>): Promise<void> {
	const bytes = new TextEncoder().encode(lines.map(({text}) => `${text}\n`).join(''));
	await collectInput(store, (async function * () {
		yield bytes;
	})(), {file: 'live'});
}

test('what a live recording shows appears while it is followed, and its end is told', async t => {
	const {played, say, end} = await startLive();
	await played.seek('F');
	t.true(played.player.isFollowing);
	t.regex(await played.readScreen(), /● live/v);
	await say('third');
	await played.until(({positionMs}) => positionMs === 3000, 'for more');
	t.deepEqual(played.readPane().slice(0, 3), ['first', 'second', 'third']);
	await end('7');
	await played.until(({session}) => session.state === 'ended', 'for the end');
	await played.until(({isPlaying}) => !isPlaying, 'for it to stop');
	t.regex(await played.readScreen(), /■ ended \d\d:\d\d:\d\d, exit 7/v);
	await played.close();
});

test('what comes late is shown where it belongs, marked and told', async t => {
	const {played, say, sayLate} = await startLive();
	await played.seek('F');
	const arrive = sayLate('third');
	await say('fourth');
	await played.until(({positionMs}) => positionMs === 4000, 'for what came first');
	t.deepEqual(played.readPane().slice(1, 4), ['second', 'fourth', '']);
	await arrive();
	await played.until(({recording}) => recording.gaps.some(({kind}) => kind === 'late'), 'for what came late');
	t.regex(await played.readScreen(), /What is shown was read again: message \d+ came late\./v);
	t.deepEqual(played.readPane().slice(0, 4), ['first', 'second', 'third', 'fourth']);
	t.deepEqual(played.player.recording.gaps.map(({kind}) => kind), ['late']);
	await played.close();
});

test('paused, a live recording tells how far behind it is', async t => {
	const {played, say} = await startLive();
	await played.seek('F', 'space');
	await say('third');
	await say('fourth');
	await played.until(({recording}) => recording.lengthMs === 4000, 'for more');
	t.is(played.player.positionMs, 2000);
	t.regex(await played.readScreen(), /‖ 0:02 behind/v);
	t.deepEqual(played.readPane().slice(0, 3), ['first', 'second', '']);
	await played.close();
});

test('going back leaves the edge', async t => {
	const {played} = await startLive();
	await played.seek('F', 'left');
	t.false(played.player.isFollowing);
	t.is(played.player.positionMs, 0);
	await played.close();
});

test('a store that goes away is tried again, and what was missed is played', async t => {
	const {played, say, breakStore} = await startLive();
	await played.seek('F');
	breakStore(true);
	await played.until(({lostAt}) => lostAt !== undefined, 'for the store to be missed');
	t.regex(await played.readScreen(), /○ stale \d+ s/v);
	t.true(played.player.isFollowing);
	await say('third');
	breakStore(false);
	await played.until(({lostAt}) => lostAt === undefined, 'for the store to be back');
	await played.until(({positionMs}) => positionMs === 3000, 'for what was missed');
	t.deepEqual(played.readPane().slice(0, 3), ['first', 'second', 'third']);
	t.regex(await played.readScreen(), /● live/v);
	await played.close();
});

test('typed lines of a running recording are read again when more of it is indexed', t => {
	const player = makePlayer();
	const summary = {inputBytes: 1, outputBytes: 0, columns: 80, rows: 24, resizes: 0, gaps: 0, gapMs: 0, hasInput: true, isPipe: false, lastScreen: [], indexedId: 3};
	const live = makeState({player: {...player, session: {...player.session, state: 'live', summary}}});
	const grow = (indexedId: number) => update(live, {type: 'grown', session: {...player.session, state: 'live', summary: {...summary, indexedId}}, recording: player.recording}).effects.filter(({type}) => type === 'readTypedLines').length;
	t.deepEqual([grow(3), grow(4)], [0, 1]);
});

test('audit events that come while a recording is played stand among its events', async t => {
	const {played, say} = await startLive();
	await played.seek('F', 'e');
	const event = (argv: readonly string[], sinceMs: number): NewEvent => makeCommand({boot: undefined, auditSession: 1, at: (played.session.startedAt ?? 0) + sinceMs, serial: String(sinceMs), argv});
	await played.store.addEvents([event(['uptime'], 1500)]);
	await played.until(({audit}) => audit.length === 1, 'for the first event');
	t.regex(await played.readScreen(), /0:01\.500 \$ uptime/v);
	await say('third');
	await played.store.addEvents([event(['whoami'], 2500)]);
	await played.until(({audit}) => audit.length === 2, 'for the second event');
	t.regex(await played.readScreen(), /0:02\.500 \$ whoami/v);
	await played.close();
});
