import test from 'ava';
import fc from 'fast-check';
import {isFound} from '../../../source/store/query/match-query.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {printQuery} from '../../../source/store/query/print-query.ts';
import type {Query} from '../../../source/store/query/query.ts';
import {indexVersion} from '../../../source/store/index-version.ts';
import type {Note} from '../../../source/store/note.ts';
import type {Session, SessionKey, SessionSummary} from '../../../source/store/session.ts';
import type {NewMessage, Store} from '../../../source/store/store.ts';
import {arbitraryTableQuery, queryContext} from '../../helpers/arbitrary-query.ts';
import {bootId, makeMessage} from '../../helpers/make-message.ts';
import {putIndex} from '../../helpers/put-index.ts';
import type {MakeStore} from './read-store.ts';

const clock = {now: () => queryContext.now, elapsedMs: () => 0};
const at = (text: string): number => Date.parse(text);

const facts: ReadonlyArray<Partial<NewMessage>> = [
	{user: 'alice', host: 'web1.example.com', rec: `${bootId}-39d-1c81a`, at: at('2026-11-22T13:30:00Z'), exit: '0'},
	{user: 'Álice', host: 'db1', rec: 'A-B-C', at: at('2026-11-20T13:00:00Z'), exit: '2'},
	{user: 'bob', host: '10.0.0.5', rec: 'b1', at: at('2026-11-23T12:00:00Z'), auditSession: 1},
	{user: String.raw`DOM\carol`, host: '-', rec: '[b]*', at: at('2026-11-15T22:59:59.999Z'), exit: 'TERM', auditSession: 4_294_967_295},
	{user: 'a b', host: 'É1', rec: '?', at: undefined, exit: '143', positionMs: 90_500},
	{user: '', host: 'a:b', rec: '/b/', at: at('2026-11-15T23:00:00Z'), exit: 'lost'},
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

	const more: ReadonlyArray<readonly [text: string, found: readonly string[]]> = [
		['duration:90', ['?']],
		['duration:>1m', ['?']],
		['duration:<1s,1m..2m', ['/b/', '?', 'A-B-C', '[b]*', 'a,b', 'b1', `${bootId}-39d-1c81a`]],
		['exit:0', [`${bootId}-39d-1c81a`]],
		['exit:>0', ['?', 'A-B-C', '[b]*']],
		['exit:TERM', ['?', '[b]*']],
		['exit:1..2', ['A-B-C']],
		['exit:0,KILL', [`${bootId}-39d-1c81a`]],
		['not exit:>=0', ['/b/', 'a,b', 'b1']],
		['session:1', ['b1']],
		['not session:*', ['[b]*']],
		['has:live', ['b1']],
		['has:input', ['A-B-C']],
		['has:pipe', [`${bootId}-39d-1c81a`]],
		['has:resize', ['A-B-C', 'b1']],
		['has:gap', ['A-B-C', 'b1']],
		['has:broken', ['A-B-C']],
		['has:note', ['/b/', '?', 'b1']],
		['has:pipe,broken', ['A-B-C', `${bootId}-39d-1c81a`]],
		['tag:incident-88', ['/b/', 'b1']],
		['tag:INC*', ['/b/', 'b1']],
		['tag:* not tag:incident*', []],
		['user:~alise', ['A-B-C', `${bootId}-39d-1c81a`]],
		['~exampel', [`${bootId}-39d-1c81a`]],
		['~bob', ['b1']],
		['tag:~incidet', ['/b/', 'b1']],
	];

	for (const [text, found] of [...examples, ...more]) {
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
	await putSummary(store, 'A-B-C', {hasInput: true, gaps: 2, resizes: 1});
	await putSummary(store, 'b1', {gaps: 1, resizes: 3});
	await putSummary(store, `${bootId}-39d-1c81a`, {isPipe: true});
	await addNote(store, '/b/', {kind: 'tag', text: 'Incident-88'});
	await addNote(store, 'b1', {kind: 'tag', text: 'incident-88'});
	await addNote(store, 'b1', {kind: 'bookmark', text: 'here', positionMs: 5});
	await addNote(store, '?', {kind: 'note', text: 'look'});
	await addNote(store, 'A-B-C', {kind: 'tag', text: 'gone'});
	await addNote(store, 'A-B-C', {kind: 'untag', text: 'gone'});
	const sessions = await Promise.all(facts.map(async fact => store.getSession(makeMessage(fact))));
	return {store, sessions: sessions.filter(session => session !== undefined)};
}

async function findRecs(store: Store, query: Query): Promise<string[]> {
	const page = await store.listSessions({query, sort: 'start', isDescending: true, limit: 100, offset: 0});
	return page.sessions.map(session => session.rec).toSorted();
}

function keyOf(rec: string): SessionKey {
	return {host: facts.find(fact => fact.rec === rec)?.host ?? '', rec};
}

async function putSummary(store: Store, rec: string, summary: Partial<SessionSummary>): Promise<void> {
	const {lastId} = await store.getSession(keyOf(rec)) ?? {lastId: 0};
	await putIndex(store, keyOf(rec), {
		version: indexVersion, keyframes: [], activity: [], resizes: [],
		gaps: Array.from({length: summary.gaps ?? 0}, () => ({kind: 'missing', fromMs: 0, untilMs: 1, firstId: 2, lastId: 2, detail: 'message 2 is missing'})),
		summary: {inputBytes: 0, outputBytes: 0, columns: 80, rows: 24, resizes: 0, gaps: 0, gapMs: 0, hasInput: false, isPipe: false, lastScreen: [], indexedId: lastId, ...summary},
	});
}

async function addNote(store: Store, rec: string, note: Pick<Note, 'kind' | 'text'> & Partial<Note>): Promise<void> {
	await store.addNote({...keyOf(rec), at: queryContext.now, who: 'dora', positionMs: undefined, ...note});
}
