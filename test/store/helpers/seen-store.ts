import type {ExecutionContext} from 'ava';
import {indexVersion} from '../../../source/store/index-version.ts';
import type {Hit, MomentsPart, SeenLine} from '../../../source/store/moments.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import type {Query} from '../../../source/store/query/query.ts';
import type {Session, SessionIndex, SessionKey, Store} from '../../../source/store/store.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {putIndex} from '../../helpers/put-index.ts';
import type {MakeStore} from './read-store.ts';

export const seenClock = {now: () => queryContext.now, elapsedMs: () => 0};

/** When session 0 of a `makeSeenStore` starts; each other one a minute later. */
export const startedAt = queryContext.now - 3_600_000;

/** A line that stood for the second with its number, seen unless it begins with `>`. */
export function makeLines(texts: readonly string[]): readonly SeenLine[] {
	return texts.map((text, index) => ({
		kind: text.startsWith('>') ? 'typed' : 'seen', fromMs: index * 1000, untilMs: (index * 1000) + 900, text: text.replace(/^>/v, ''),
	}));
}

export function makeIndexOf(session: Pick<Session, 'lastId'>, fields: Partial<SessionIndex> = {}): SessionIndex {
	return {
		version: indexVersion,
		summary: {inputBytes: 0, outputBytes: 0, columns: 80, rows: 24, resizes: 0, gaps: 0, gapMs: 0, hasInput: false, isPipe: false, lastScreen: [], indexedId: session.lastId},
		keyframes: [], gaps: [], resizes: [], activity: [{fromMs: 0, untilMs: 10_000, outputBytes: 1, inputBytes: 0}],
		...fields,
	};
}

/** One session for each list of lines; recordings are `0`, `1`, …. */
export async function makeSeenStore(t: ExecutionContext, makeStore: MakeStore, screens: ReadonlyArray<readonly string[]>): Promise<Store> {
	const store = await makeStore(t, seenClock);
	for (const [index, texts] of screens.entries()) {
		const message = makeMessage({rec: String(index), at: startedAt + (index * 60_000), exit: '0'});
		await store.addMessages([message]);
		await putIndex(store, message, makeIndexOf({lastId: 1}), makeLines(texts));
	}

	return store;
}

export async function findParts(store: Store, query: Query | string, options: {readonly hitsPerSession?: number; readonly afterSession?: SessionKey} = {}): Promise<readonly MomentsPart[]> {
	return Array.fromAsync(store.findMoments({query: typeof query === 'string' ? parseQuery(query, queryContext) : query, hitsPerSession: 100, ...options}));
}

/** The hits of each session found, as `REC: line | line`. */
export async function findLines(store: Store, query: Query | string, options: {readonly hitsPerSession?: number; readonly afterSession?: SessionKey} = {}): Promise<readonly string[]> {
	const parts = await findParts(store, query, options);
	return parts.flatMap(part => part.type === 'session' ? [`${part.session.rec}: ${part.hits.map(hit => markHit(hit)).join(' | ')}`] : []);
}

function markHit({line, matches}: Hit): string {
	let marked = '';
	let at = 0;
	for (const {from, to} of matches) {
		marked += `${line.slice(at, from)}[${line.slice(from, to)}]`;
		at = to;
	}

	return marked + line.slice(at);
}

export async function findRecs(store: Store, query: Query | string): Promise<readonly string[]> {
	const parsed = typeof query === 'string' ? parseQuery(query, queryContext) : query;
	const page = await store.listSessions({query: parsed, sort: 'start', isDescending: true, limit: 100, offset: 0});
	return page.sessions.map(session => session.rec);
}
