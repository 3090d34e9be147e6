import test from 'ava';
import {systemClock} from '../../../source/clock.ts';
import {openStore} from '../../../source/store/open-store.ts';
import type {Store} from '../../../source/store/store.ts';
import {makeMessages} from '../../helpers/make-message.ts';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';

async function count(store: Store): Promise<number> {
	const {matching} = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: 1, offset: 0});
	return matching;
}

test('counts of a page follow what this process and others store', async t => {
	const store = await makeSqliteStore(t, systemClock);
	t.is(await count(store), 0);
	await store.addMessages(makeMessages(1, 2));
	t.is(await count(store), 1);
	const other = await openStore(store.address, {mode: 'write', clock: systemClock});
	await other.addMessages(makeMessages(1, 2, {host: 'web2'}));
	await other.close();
	t.is(await count(store), 2);
	t.is(await count(store), 2);
});
