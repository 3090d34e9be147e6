import {isFound} from '../../query/match-query.ts';
import {isInTimes, listMomentPatterns} from '../../query/moment-patterns.ts';
import type {Query} from '../../query/query.ts';
import type {Hit, MomentsPart, MomentsRequest, SeenLine} from '../../moments.ts';
import type {Session, SessionKey} from '../../session.ts';
import type {Connection} from '../connection.ts';
import {always, joinConditions, never} from '../condition.ts';
import type {Condition} from '../condition.ts';
import {findEventHits} from '../events/find-event-hits.ts';
import type {SoughtFact} from '../events/find-event-hits.ts';
import {indexVersion} from '../../index-version.ts';
import {makeCondition} from '../query.ts';
import {readNumber} from '../row.ts';
import {parseSession, sessionColumns} from '../session-row.ts';
import {findSession} from '../sessions.ts';
import type {SearchContext} from './context.ts';
import {findWords, isFactTerm, makeToldCondition} from './fact-words.ts';
import {HitList} from './hit-list.ts';
import {isFoundIn} from './is-found-in.ts';
import {isTrue} from './is-true.ts';
import {joinRanges} from './join-ranges.ts';
import {listTerms} from './list-terms.ts';
import {createLookMaker} from './look.ts';
import type {Look} from './look.ts';
import {mayBeIn, planSearch} from './plan.ts';
import type {Plan} from './plan.ts';
import {readMatches} from './read-matches.ts';
import type {MatchedLine} from './read-matches.ts';

const tellEachMs = 100;

type MomentsPlan = Plan & {
	/** What a hit may be. */
	readonly looks: readonly Look[];
	/** Time terms around each of them. */
	readonly timesByLook: ReadonlyMap<Look, readonly Query[]>;
	readonly facts: readonly SoughtFact[];
};

/** See `Store.findMoments`. */
export async function * findMoments(context: SearchContext, request: MomentsRequest): AsyncGenerator<MomentsPart> {
	const {connection} = context;
	const plan = await connection.read(() => planMoments(context, request.query));
	const sessions = await connection.read(() => listCandidates(context, plan, request.afterSession));
	let toldAt = performance.now();
	let hits = 0;
	for (const [searched, session] of sessions.entries()) {
		await context.breathe();
		const found = await searchSession(context, plan, {session, hitsPerSession: request.hitsPerSession});
		if (found !== undefined) {
			yield {type: 'session', ...found};
			hits += found.count;
			if (hits > (request.mostHits ?? Infinity)) {
				break;
			}
		}

		if (!(performance.now() - toldAt > tellEachMs)) {
			continue;
		}

		toldAt = performance.now();
		yield {type: 'progress', searched: searched + 1, candidates: sessions.length};
	}

	yield connection.read(() => readCoverage(context, plan));
}

/** Sessions that may have a moment, the newest first. */
function listCandidates({connection}: SearchContext, {looks, facts, mayMatch}: MomentsPlan, afterSession: SessionKey | undefined): readonly number[] {
	const {sql, values} = joinConditions([joinConditions([...looks.map(look => mayBeIn(look)), ...facts.map(({words}) => makeToldCondition(words))], 'or'), mayMatch], 'and');
	const sessions = connection.prepare(`select session from sessions where ${sql} and indexed_id is not null order by started_at desc, session desc`).all(...values).map(row => readNumber(row, 'session'));
	const after = afterSession === undefined ? undefined : findSession(connection, afterSession);
	return after === undefined ? sessions : sessions.filter(makeBehindFilter(connection, after));
}

/** In the order of `listCandidates`; the session itself need not be among them. */
function makeBehindFilter(connection: Connection, after: number): (session: number) => boolean {
	const rows = connection.prepare('select session from sessions order by started_at desc, session desc').all();
	const places = new Map(rows.map((row, place) => [readNumber(row, 'session'), place]));
	const place = places.get(after) ?? -1;
	return session => (places.get(session) ?? -1) > place;
}

function planMoments(context: SearchContext, query: Query): MomentsPlan {
	const makeLook = createLookMaker(context.connection);
	const patterns = listMomentPatterns(query);
	const timesByLook = new Map(patterns.flatMap(({pattern, kinds, times}) => {
		const lines = kinds.filter(kind => kind === 'seen' || kind === 'typed');
		return lines.length === 0 ? [] : [[makeLook(lines, [pattern]), times] as const];
	}));
	const facts = patterns.flatMap(({pattern, term, kinds, times}): readonly SoughtFact[] => term === undefined ? [] : kinds.map(kind => ({kind, pattern, times, words: findWords(context.connection, term)})));
	return {...planSearch(context, query, makeLook), looks: timesByLook.keys().toArray(), timesByLook, facts};
}

type Found = {readonly session: Session; readonly hits: readonly Hit[]; readonly count: number};

async function searchSession(context: SearchContext, plan: MomentsPlan, {session: number, hitsPerSession}: {readonly session: number; readonly hitsPerSession: number}): Promise<Found | undefined> {
	const {connection, nowAt} = context;
	const matches = readMatches(context, number, plan.looks);
	// Most candidates have no hit: nothing else is read of those.
	const first = isDecidedByHits(plan) ? await takeFirst(matches) : [];
	if (first === undefined) {
		return undefined;
	}

	const row = await connection.read(() => connection.prepare(`select ${sessionColumns}, seen_pass from sessions left join indexes using (session) where sessions.session = ?`).get(number));
	if (row === undefined || row.seen_pass === null) {
		return undefined;
	}

	const session = parseSession(row, nowAt);
	const truth = await decideTerms(context, plan, {session, number, pass: readNumber(row, 'seen_pass')});
	if (!isTrue(plan.query, term => truth.get(term) ?? isFound(session, term))) {
		return undefined;
	}

	const list = new HitList(hitsPerSession);
	const add = ({line, found}: MatchedLine): void => {
		const inTime = found.filter(({look}) => isInStay(plan.timesByLook.get(look) ?? [], session.startedAt, line));
		if (inTime.length > 0) {
			list.add(line, joinRanges(inTime.flatMap(each => each.matches)));
		}
	};

	for (const line of first) {
		add(line);
	}

	for await (const lines of matches) {
		for (const line of lines) {
			add(line);
		}
	}

	const events = await findEventHits(connection, {number, session, facts: plan.facts, limit: hitsPerSession});
	const count = list.count + events.count;
	return count === 0 ? undefined : {session, hits: [...list.list(), ...events.hits].toSorted((a, b) => a.fromMs - b.fromMs).slice(0, hitsPerSession), count};
}

function isDecidedByHits({leaves, query}: Plan): boolean {
	return leaves.length === 1 && leaves[0]?.isWanted === true && listTerms(query).every(({term}) => !isFactTerm(term));
}

/** The lines of the first block that has any; what follows is left to read. */
async function takeFirst(matches: AsyncGenerator<readonly MatchedLine[], void>): Promise<readonly MatchedLine[] | undefined> {
	for (;;) {
		const next = await matches.next();
		if (next.done === true) {
			return undefined;
		}

		if (next.value.length > 0) {
			return next.value;
		}
	}
}

/** A term that stands alone need not be looked for twice: its hits are what decides. */
async function decideTerms(context: SearchContext, plan: Plan, {session, number, pass}: {readonly session: Session; readonly number: number; readonly pass: number}): Promise<ReadonlyMap<Query, boolean>> {
	const truth = new Map<Query, boolean>();
	for (const leaf of plan.leaves) {
		truth.set(leaf.term, isDecidedByHits(plan) || leaf.isNamed(session) || await isFoundIn(context, leaf, {session: number, pass}));
	}

	for (const {term} of listTerms(plan.query).filter(each => isFactTerm(each.term))) {
		const {sql, values} = plan.names.get(term) ?? never;
		const row = await context.connection.read(() => context.connection.prepare(`select 1 from sessions where session = ? and ${sql}`).get(number, ...values));
		truth.set(term, row !== undefined);
	}

	return truth;
}

/** Without a wall clock a line is in no time. */
function isInStay(times: readonly Query[], startedAt: number | undefined, {fromMs, untilMs}: SeenLine): boolean {
	return times.length === 0 || (startedAt !== undefined && isInTimes(times, {fromAt: startedAt + fromMs, untilAt: startedAt + untilMs}));
}

/** Of the sessions that the other terms allow, whatever was seen in them. */
function readCoverage({connection, nowAt}: SearchContext, {query, leaves, names}: Plan): MomentsPart {
	const wantedFacts = listTerms(query).filter(({term, isWanted}) => isWanted && isFactTerm(term)).map(({term}) => [term, always] as const);
	const allowed = new Map<Query, Condition>([...names, ...wantedFacts, ...leaves.map(leaf => [leaf.term, leaf.isWanted ? always : leaf.names] as const)]);
	const {sql, values} = makeCondition(query, nowAt, allowed);
	const row = connection.prepare(`
		select count(*) as total, count(*) filter (where seen_pass is not null and indexed_id is not null) as searched,
			count(*) filter (where indexed_id is not last_id or index_version is not ?) as unindexed
		from sessions where ${sql}
	`).get(indexVersion, ...values) ?? {};
	return {type: 'coverage', searched: readNumber(row, 'searched'), total: readNumber(row, 'total'), unindexed: readNumber(row, 'unindexed')};
}
