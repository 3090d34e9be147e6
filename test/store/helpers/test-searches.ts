import test from 'ava';
import fc from 'fast-check';
import {isFound} from '../../../source/store/query/match-query.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {printQuery} from '../../../source/store/query/print-query.ts';
import type {Query} from '../../../source/store/query/query.ts';
import type {NewMessage, Session, Store} from '../../../source/store/store.ts';
import {arbitraryTableQuery, queryContext} from '../../helpers/arbitrary-query.ts';
import {bootId, makeMessage} from '../../helpers/make-message.ts';
import type {MakeStore} from './read-store.ts';

const clock = {now: () => queryContext.now, elapsedMs: () => 0};
const at = (text: string): number => Date.parse(text);

const facts: ReadonlyArray<Partial<NewMessage>> = [
	{user: 'alice', host: 'web1.example.com', rec: `${bootId}-39d-1c81a`, at: at('2026-11-22T13:30:00Z'), exit: '0'},
	{user: 'Álice', host: 'db1', rec: 'A-B-C', at: at('2026-11-20T13:00:00Z'), exit: '0'},
	{user: 'bob', host: '10.0.0.5', rec: 'b1', at: at('2026-11-23T12:00:00Z')},
	{user: String.raw`DOM\carol`, host: '-', rec: '[b]*', at: at('2026-11-15T22:59:59.999Z'), exit: '0'},
	{user: 'a b', host: 'É1', rec: '?', at: undefined, exit: '0'},
	{user: '', host: 'a:b', rec: '/b/', at: at('2026-11-15T23:00:00Z'), exit: '0'},
	{user: 'a\0b', host: '*', rec: 'a,b', at: at('2026-11-19T23:00:00Z')},
];

/** What is searched for is found, and nothing else. */
export function testSearches(engine: string, makeStore: MakeStore): void {
	test(`${engine}: any search finds the sessions that it means`, async t => {
		const {store, sessions} = await makeFilledStore(await makeStore(t, clock));
		await fc.assert(fc.asyncProperty(arbitraryTableQuery, async query => {
			t.deepEqual(await findRecs(store, query), sessions.filter(session => isFound(session, query)).map(session => session.rec).toSorted(), printQuery(query));
		}), {numRuns: 500});
	});

	const examples: ReadonlyArray<readonly [text: string, found: readonly string[]]> = [
		['', ['/b/', '?', 'A-B-C', '[b]*', 'a,b', 'b1', `${bootId}-39d-1c81a`]],
		['user:alice', ['A-B-C', `${bootId}-39d-1c81a`]],
		['ALI', ['A-B-C', `${bootId}-39d-1c81a`]],
		['"ali"', []],
		['"web1" or "web1.example.com"', [`${bootId}-39d-1c81a`]],
		['host:web1', [`${bootId}-39d-1c81a`]],
		['host:10', []],
		['host:10*', ['b1']],
		['host:e?', ['?']],
		['rec:39d-1c81a', [`${bootId}-39d-1c81a`]],
		[String.raw`rec:\[b]\*`, ['[b]*']],
		['rec:"[b]*"', ['[b]*']],
		[String.raw`user:dom\carol`, ['[b]*']],
		['user:""', ['/b/']],
		['since:today', ['b1']],
		['since:yesterday until:today', [`${bootId}-39d-1c81a`]],
		['when:2026-11-16', ['/b/']],
		['not since:1w', ['/b/', '?', '[b]*']],
		['until:2026-11-16', ['[b]*']],
		['rec:?,a* not user:alice', ['?', 'a,b']],
	];

	for (const [text, found] of examples) {
		test(`${engine}: a search for ${text || 'nothing'} finds ${found.length === 0 ? 'nothing' : found.join(' ')}`, async t => {
			const {store, sessions} = await makeFilledStore(await makeStore(t, clock));
			const query = parseQuery(text, queryContext);
			t.deepEqual(await findRecs(store, query), found.toSorted());
			t.deepEqual(sessions.filter(session => isFound(session, query)).map(session => session.rec).toSorted(), found.toSorted());
		});
	}

	test(`${engine}: the largest search that can be typed is answered`, async t => {
		const {store} = await makeFilledStore(await makeStore(t, clock));
		for (const text of [`host:${Array.from({length: 64}, () => '*a*?*b*').join(',')}`, Array.from({length: 64}, () => 'a*b').join(' or '), `${'!('.repeat(8)}a${')'.repeat(8)}`, '*'.repeat(4096)]) {
			await t.notThrowsAsync(findRecs(store, parseQuery(text, queryContext)));
		}
	});
}

async function makeFilledStore(store: Store): Promise<{readonly store: Store; readonly sessions: readonly Session[]}> {
	await store.addMessages(facts.map(fact => makeMessage(fact)));
	const sessions = await Promise.all(facts.map(async fact => store.getSession(makeMessage(fact))));
	return {store, sessions: sessions.filter(session => session !== undefined)};
}

async function findRecs(store: Store, query: Query): Promise<string[]> {
	const page = await store.listSessions({query, sort: 'start', isDescending: true, limit: 100, offset: 0});
	return page.sessions.map(session => session.rec).toSorted();
}
