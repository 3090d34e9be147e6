import test from 'ava';
import {findBrokenLink, noHash} from '../../../source/store/access-chain.ts';
import type {AccessEntry} from '../../../source/store/store.ts';
import {clock, nowAt} from './read-store.ts';
import type {MakeStore} from './read-store.ts';

const entry: AccessEntry = {at: nowAt, who: 'dora', action: 'show', what: 'web1/39d-1c81a', detail: 'screen "1"\n'};

/** Who looked. */
export function testAccess(engine: string, makeStore: MakeStore): void {
	test(`${engine}: access entries come newest first and are chained`, async t => {
		const store = await makeStore(t, clock);
		await Promise.all(Array.from({length: 5}, async (_, index) => store.addAccess({...entry, at: nowAt + index, action: index % 2 === 0 ? 'play' : 'export'})));
		const log = await store.listAccess(10);
		t.deepEqual(log.map(({sequence}) => sequence), [5, 4, 3, 2, 1]);
		t.is(findBrokenLink(log.toReversed()), undefined);
		t.deepEqual(log.slice(0, 2), [...await store.listAccess(2)]);
		t.like(log[4], {...entry, action: 'play', previousHash: noHash});
	});

	test(`${engine}: a log in which an entry was changed or removed shows where`, async t => {
		const store = await makeStore(t, clock);
		for (const what of ['a', 'b', 'c', 'd']) {
			await store.addAccess({...entry, what});
		}

		const log = await store.listAccess(10);
		const oldestFirst = log.toReversed();
		t.is(findBrokenLink(oldestFirst.map(link => link.what === 'b' ? {...link, who: 'erin'} : link)), 2);
		t.is(findBrokenLink(oldestFirst.filter(link => link.what !== 'c')), 3);
		t.is(findBrokenLink(oldestFirst.slice(1)), 1);
	});

	test(`${engine}: looking changes nothing that a reader waits for`, async t => {
		const store = await makeStore(t, clock);
		const revision = await store.getRevision();
		await store.addAccess(entry);
		t.is(await store.getRevision(), revision);
	});
}
