import {spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {followStore} from '../../source/index/follow-store.ts';
import {createSessionIndexer} from '../../source/index/session-indexer.ts';
import {indexSession} from '../../source/index/index-session.ts';
import {indexVersion} from '../../source/store/index-version.ts';
import type {SeenLine} from '../../source/store/moments.ts';
import {openStore} from '../../source/store/open-store.ts';
import type {NewMessage, Store} from '../../source/store/store.ts';
import {damageBlocks} from '../helpers/damage-blocks.ts';
import {StoreError} from '../../source/store/store-error.ts';
import {makeMessage, makeMessages} from '../helpers/make-message.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';
import {watchIndex} from '../helpers/watch-index.ts';

const key = {host: 'web1', rec: makeMessage().rec};

/** A second of a live session in which one line is shown. */
function output(id: number, text: string): NewMessage {
	const now = Date.now();
	return makeMessage({id, at: now, positionMs: (id - 1) * 1000, text: JSON.stringify({ver: '2.3', host: 'web1', rec: key.rec, user: 'alice', term: 'xterm', session: 69, id, pos: (id - 1) * 1000, time: now / 1000, timing: `=80x24>${text.length}`, in_txt: '', in_bin: [], out_txt: text, out_bin: []})});
}

function describe(lines: readonly SeenLine[]): string[] {
	return lines.map(({fromMs, untilMs, text}) => `${fromMs}–${untilMs} ${text}`).toSorted();
}

test('a recording indexed while it grows has the index of one indexed at once', async t => {
	const [grown, whole] = [await makeSqliteStore(t, systemClock), await makeSqliteStore(t, systemClock)];
	const messages = Array.from({length: 60}, (_, index) => output(index + 1, `line ${index}\r\n`));
	await whole.addMessages(messages);
	let standing: readonly SeenLine[] = [];
	let added: readonly SeenLine[] = [];
	const watched = watchWrites(grown, (lines, isStanding) => {
		standing = isStanding ? lines : standing;
		added = isStanding ? added : [...added, ...lines];
	});
	const growing = createSessionIndexer(watched, key);
	for (let id = 0; id < 60; id += 7) {
		await grown.addMessages(messages.slice(id, id + 7));
		await growing.run();
	}

	growing.close();
	const {seen} = await watchIndex(whole, async store => indexSession(store, key));
	t.deepEqual(describe([...added, ...standing]), describe(seen));
	const [a, b] = [await grown.getIndexMarks(key), await whole.getIndexMarks(key)];
	t.deepEqual(a, b);
	await grown.close();
	await whole.close();
});

function watchWrites(store: Store, tell: (lines: readonly SeenLine[], isStanding: boolean) => void): Store {
	return {
		...store,
		async startIndex(which, options) {
			const writer = await store.startIndex(which, options);
			return {
				...writer,
				async add(lines) {
					tell(lines, false);
					await writer.add(lines);
				},
				async finish(index, standing) {
					tell(standing, true);
					await writer.finish(index, standing);
				},
			};
		},
	};
}

test('a message that comes late makes the next run start from the beginning', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([output(1, 'first\r\n'), output(3, 'third\r\n')]);
	const indexer = createSessionIndexer(store, key);
	const {gaps} = await indexer.run();
	t.deepEqual(gaps.filter(({kind}) => kind === 'missing').map(({firstId, lastId}) => [firstId, lastId]), [[2, 2]]);
	await store.addMessages([output(2, 'second\r\n'), output(4, 'fourth\r\n')]);
	const index = await indexer.run();
	t.deepEqual(index.gaps.filter(({kind}) => kind === 'missing'), []);
	t.is(index.messages, 4);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	indexer.close();
	await store.close();
});

test('a message that comes late while the recording is indexed leaves it unindexed', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([output(1, 'first\r\n'), output(3, 'third\r\n'), output(4, 'fourth\r\n')]);
	let isLate = true;
	await indexSession({
		...store,
		async * readMessages(which, fromId) {
			yield * store.readMessages(which, fromId);
			if (!isLate) {
				return;
			}

			isLate = false;
			await store.addMessages([output(2, 'second\r\n')]);
		},
	}, key);
	t.deepEqual(await store.listUnindexed(indexVersion), [key]);
	await indexSession(store, key);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	await store.close();
});

test('following indexes what comes, and ends with the recording', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([output(1, 'first\r\n')]);
	const messages = [output(2, 'second\r\n'), {...output(3, 'third\r\n'), exit: '0', isComplete: true}];
	let runs = 0;
	await followStore(store, {
		clock: systemClock,
		signal: new AbortController().signal,
		key,
		onIndexed() {
			runs++;
			const next = messages.shift();
			if (next !== undefined) {
				void store.addMessages([next]);
			}
		},
	});
	t.true(runs >= 2);
	const session = await store.getSession(key);
	t.is(session?.summary?.indexedId, 3);
	await store.close();
});

test('following that is stopped takes one more look', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([output(1, 'first\r\n')]);
	const stop = new AbortController();
	await followStore(store, {
		clock: systemClock,
		signal: stop.signal,
		onIndexed() {
			if (stop.signal.aborted) {
				return;
			}

			void store.addMessages([output(2, 'second\r\n')]);
			stop.abort();
		},
	});
	const session = await store.getSession(key);
	t.is(session?.summary?.indexedId, 2);
	await store.close();
});

test('two that follow the same recording leave a whole index', async t => {
	const file = path.join(makeDirectory(t), 'store.db');
	const [first, second] = [await openStore(file, {mode: 'create', clock: systemClock}), await openStore(file, {mode: 'create', clock: systemClock})];
	await first.addMessages([output(1, 'first\r\n')]);
	const following = [first, second].map(async store => followStore(store, {clock: systemClock, signal: new AbortController().signal, key}));
	for (let id = 2; id <= 10; id++) {
		await first.addMessages([{...output(id, `line ${id}\r\n`), ...id === 10 && {exit: '0', isComplete: true}}]);
	}

	await Promise.all(following);
	await indexSession(first, key);
	t.deepEqual(await second.listUnindexed(indexVersion), []);
	await first.close();
	await second.close();
});

test('a follower leaves out a damaged recording, tells it once, and goes on with the others', async t => {
	const store = await makeSqliteStore(t, systemClock);
	const damaged = {...key, host: 'web0'};
	await store.addMessages(makeMessages(1, 64, {...damaged, at: Date.now()}));
	damageBlocks(store);
	await store.addMessages([output(1, 'first\r\n')]);
	const stop = new AbortController();
	const failed: string[] = [];
	let runs = 0;
	await t.throwsAsync(followStore(store, {
		clock: systemClock,
		signal: stop.signal,
		onFailed({host}) {
			failed.push(host);
		},
		onIndexed() {
			runs++;
			if (runs === 1) {
				void store.addMessages([output(2, 'second\r\n')]);
			} else {
				stop.abort();
			}
		},
	}), {name: 'StoreError', message: /does not unpack.*not indexed: web0\//v});
	t.deepEqual(failed, ['web0']);
	t.deepEqual(await store.listUnindexed(indexVersion), [damaged]);
	await store.close();
});

test('a follower that finds the store busy tries again soon', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([{...output(1, 'first\r\n'), exit: '0', isComplete: true}]);
	let starts = 0;
	const stop = new AbortController();
	await followStore({
		...store,
		async startIndex(which, options) {
			starts++;
			if (starts === 1) {
				throw new StoreError('locked', {isRetryable: true});
			}

			return store.startIndex(which, options);
		},
	}, {
		clock: {now: systemClock.now, elapsedMs: () => 0},
		signal: stop.signal,
		onIndexed() {
			stop.abort();
		},
	});
	t.is(starts, 2);
	await store.close();
});

test('a follower killed at any instant leaves a store that the next one indexes', async t => {
	const file = path.join(makeDirectory(t), 'store.db');
	const store = await openStore(file, {mode: 'create', clock: systemClock});
	const cli = fileURLToPath(new URL('../../source/cli.js', import.meta.url));
	for (let round = 0; round < 5; round++) {
		const follower = spawn(process.execPath, [cli, 'index', '--follow', '--store', file], {stdio: 'ignore'});
		for (let id = 1; id <= 40; id++) {
			await store.addMessages([output((round * 40) + id, `round ${round} line ${id}\r\n`.repeat(50))]);
		}

		follower.kill('SIGKILL');
	}

	await indexSession(store, key);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	await store.close();
});
