import test from 'ava';
import type {ExecutionContext} from 'ava';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {putIndex} from '../../helpers/put-index.ts';
import type {Store} from '../../../source/store/store.ts';
import {makeIndexOf, makeLines, seenClock} from './seen-store.ts';
import type {MakeStore} from './read-store.ts';

const {zone} = queryContext;
const all = {query: {type: 'all'}, zone} as const;

/** Summer time ends in Prague on 25 October 2026, at 01:00 UTC. */
const facts = [
	{rec: 'a', user: 'alice', host: 'web1', at: Date.parse('2026-10-24T21:59:59Z'), exit: '0'},
	{rec: 'b', user: 'alice', host: 'web2', at: Date.parse('2026-10-24T22:00:00Z'), exit: '0'},
	{rec: 'c', user: 'bob', host: 'web1', at: Date.parse('2026-10-25T22:59:59Z'), exit: '0'},
	{rec: 'd', user: 'alice', host: 'web1', at: Date.parse('2026-11-23T13:00:00Z')},
	{rec: 'e', user: '', host: '-', at: undefined, exit: '0'},
] as const;

async function makeCounted(t: ExecutionContext, makeStore: MakeStore): Promise<Store> {
	const store = await makeStore(t, seenClock);
	await store.addMessages(facts.map(fact => makeMessage({...fact, at: fact.at === undefined ? undefined : fact.at + 500, text: 'x'.repeat(10), positionMs: 500})));
	const gaps = [{kind: 'missing', fromMs: 1, untilMs: 2, firstId: 3, lastId: 4, detail: ''}] as const;
	const index = makeIndexOf({lastId: 1});
	await putIndex(store, makeMessage(facts[0]), {...index, gaps, summary: {...index.summary, gaps: 1, hasInput: true}}, makeLines(['make test']));
	await store.addNote({host: 'web1', rec: 'a', at: 0, who: 'dora', kind: 'tag', positionMs: undefined, text: 'odd'});
	return store;
}

/** What sessions have in common. */
export function testCounts(engine: string, makeStore: MakeStore): void {
	test(`${engine}: facets count users, hosts, days of the zone, flags and tags`, async t => {
		const store = await makeCounted(t, makeStore);
		t.deepEqual(await store.countFacets(all), {
			user: {values: [{value: 'alice', count: 3}, {value: '', count: 1}, {value: 'bob', count: 1}], distinct: 3},
			host: {values: [{value: 'web1', count: 3}, {value: '-', count: 1}, {value: 'web2', count: 1}], distinct: 3},
			day: {values: [{value: '2026-10-25', count: 2}, {value: '2026-10-24', count: 1}, {value: '2026-11-23', count: 1}], distinct: 3},
			flags: {values: [{value: 'gap', count: 1}, {value: 'input', count: 1}, {value: 'live', count: 1}, {value: 'broken', count: 1}, {value: 'note', count: 1}], distinct: 5},
			tags: {values: [{value: 'odd', count: 1}], distinct: 1},
		});
	});

	test(`${engine}: facets are of the sessions that match, text included`, async t => {
		const store = await makeCounted(t, makeStore);
		const {user, day, tags} = await store.countFacets({query: parseQuery('seen:"make test" or user:bob', queryContext), zone: 'UTC'});
		t.deepEqual([user.values, day.distinct, tags.distinct], [[{value: 'alice', count: 1}, {value: 'bob', count: 1}], 2, 1]);
		t.deepEqual((await store.countFacets({query: parseQuery('user:nobody', queryContext), zone})).user, {values: [], distinct: 0});
	});

	test(`${engine}: a facet tells its most frequent values and how many there are`, async t => {
		const store = await makeStore(t, seenClock);
		await store.addMessages(Array.from({length: 250}, (_, index) => makeMessage({rec: String(index), user: `user${Math.min(index, 248)}`})));
		const {user} = await store.countFacets(all);
		t.deepEqual([user.values.length, user.distinct, user.values[0]], [100, 249, {value: 'user248', count: 2}]);
	});

	test(`${engine}: sums are told by user, host, day and hour`, async t => {
		const store = await makeCounted(t, makeStore);
		const rows = await store.countStats({...all, by: 'user'});
		t.deepEqual(rows[0], {by: 'user', key: 'alice', sessions: 3, durationMs: 11_000, gaps: 1, sizeBytes: 30});
		const keys = async (by: 'host' | 'day' | 'hour'): Promise<unknown> => (await store.countStats({...all, by})).map(row => [row.key, row.sessions]);
		t.deepEqual(await keys('host'), [['web1', 3], ['-', 1], ['web2', 1]]);
		t.deepEqual(await keys('day'), [['', 1], ['2026-10-24', 1], ['2026-10-25', 2], ['2026-11-23', 1]]);
		t.deepEqual(await keys('hour'), [['', 1], ['00', 1], ['14', 1], ['23', 2]]);
	});

	test(`${engine}: a clock that was years off counts on its own day, and changes no other`, async t => {
		const store = await makeCounted(t, makeStore);
		const odd = [['near', -1000], ['before', -3_600_000], ['9999', Date.UTC(9999, 6, 1, 12)], ['20000', Date.UTC(20_000, 0, 1)], ['last', 8_640_000_000_000_000]] as const;
		await store.addMessages(odd.map(([rec, startedAt]) => makeMessage({rec, at: startedAt + 500, positionMs: 500, exit: '0'})));
		const count = async (by: 'day' | 'hour', clockZone: string): Promise<unknown> => (await store.countStats({...all, zone: clockZone, by})).map(row => [row.key, row.sessions]);
		t.deepEqual(await count('day', 'UTC'), [['', 1], ['1969-12-31', 2], ['2026-10-24', 2], ['2026-10-25', 1], ['2026-11-23', 1], ['9999-07-01', 1], ['+020000-01-01', 1], ['+275760-09-13', 1]]);
		t.deepEqual(await count('hour', 'UTC'), [['', 1], ['00', 2], ['12', 1], ['13', 1], ['21', 1], ['22', 2], ['23', 2]]);
		t.deepEqual(await count('hour', '-02:30'), [['', 1], ['09', 1], ['10', 1], ['19', 2], ['20', 2], ['21', 3]]);
		const {day} = await store.countFacets(all);
		t.deepEqual([day.values[0], day.distinct], [{value: '1970-01-01', count: 2}, 7]);
	});

	test(`${engine}: commands cannot be counted without audit events`, async t => {
		const store = await makeCounted(t, makeStore);
		await t.throwsAsync(store.countStats({...all, by: 'command'}), {name: 'StoreError', message: /no audit events/v});
	});
}
