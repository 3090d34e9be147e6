import test from 'ava';
import {indexStore} from '../../source/index/index-store.ts';
import {createSessionIndexer} from '../../source/index/session-indexer.ts';
import {indexVersion} from '../../source/store/index-version.ts';
import {StoreError} from '../../source/store/store-error.ts';
import type {IndexWriter} from '../../source/store/index-writer.ts';
import type {Store} from '../../source/store/store.ts';
import {makeMessage, makeMessages} from '../helpers/make-message.ts';
import {makeSqliteStore} from '../helpers/temporary-store.ts';
import {makeIndexOf} from '../store/helpers/seen-store.ts';

const clock = {now: () => Date.UTC(2026, 10, 24), elapsedMs: () => 0};
const longLines = [{kind: 'seen', fromMs: 0, untilMs: 1, text: 'x'.repeat(2 ** 20)}] as const;

/** A store in which other indexers, one after the other, are quicker: each ends its pass just before ours does. `lastIds` tell how far each of them has read web1. */
function hurry(store: Store, lastIds: readonly number[]): Store {
	const others = lastIds.values();
	return {
		...store,
		async startIndex(key, options) {
			const writer = await store.startIndex(key, options);
			return {
				...writer,
				async finish(index, standing) {
					const {value: lastId} = key.host === 'web1' ? others.next() : {value: undefined};
					if (lastId !== undefined) {
						await writer.add(longLines); // Written at once: what it wrote is gone when another ends first.
						const other = await store.startIndex(key, {isContinued: false});
						await other.finish(makeIndexOf({lastId}, {messages: lastId}), []);
					}

					await writer.finish(index, standing);
				},
			};
		},
	};
}

test('the third of three indexers at one recording ends well', async t => {
	const store = await makeSqliteStore(t, clock);
	await store.addMessages([...makeMessages(1, 3), ...makeMessages(1, 2, {host: 'web2'})]);
	t.is(await indexStore(hurry(store, [1, 2])), 2);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	await store.close();
});

test('what another indexer has done meanwhile is not done again', async t => {
	const store = await makeSqliteStore(t, clock);
	await store.addMessages(makeMessages(1, 3));
	t.is(await indexStore(hurry(store, [3])), 1);
	const session = await store.getSession(makeMessage());
	t.is(session?.summary?.outputBytes, 0); // As the other one found it.
	await store.close();
});

test('a recording that others index again and again is left to them, told, and keeps nobody else', async t => {
	const store = await makeSqliteStore(t, clock);
	await store.addMessages([...makeMessages(1, 3), ...makeMessages(1, 2, {host: 'web2'})]);
	await t.throwsAsync(indexStore(hurry(store, [1, 1, 1, 1, 1])), {name: 'StoreError', message: /web1.* was indexed by another process meanwhile.*not indexed: web1/v});
	t.deepEqual((await store.listUnindexed(indexVersion)).map(key => key.host), ['web1']);
	await store.close();
});

test('why a pass failed is told though what it wrote cannot be removed', async t => {
	const store = await makeSqliteStore(t, clock);
	await store.addMessages(makeMessages(1, 3));
	const indexer = createSessionIndexer({
		...store,
		async startIndex(): Promise<IndexWriter> {
			return {
				indexedId: undefined,
				async add() {
					throw new StoreError('no space left');
				},
				async finish() {
					throw new StoreError('no space left');
				},
				async drop() {
					throw new StoreError('still no space left');
				},
			};
		},
	}, makeMessage());
	await t.throwsAsync(indexer.run(), {message: 'no space left'});
	indexer.close();
	await store.close();
});
