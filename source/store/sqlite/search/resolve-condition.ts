import type {Query} from '../../query/query.ts';
import {joinConditions, listAmong} from '../condition.ts';
import type {Condition} from '../condition.ts';
import {makeCondition} from '../query.ts';
import {readNumber} from '../row.ts';
import type {SearchContext} from './context.ts';
import {isFoundIn} from './is-found-in.ts';
import {listLeaves} from './leaf.ts';
import {createLookMaker} from './look.ts';
import {makeNameConditions} from './name-conditions.ts';
import {mayBeIn, planSearch} from './plan.ts';
import type {Plan, PlannedLeaf} from './plan.ts';

/**
Make a search into a condition on the sessions table that is exactly true: text is looked for where it may be and may matter.

@throws {CostlyPattern} when a regular expression takes too long.
*/
export async function resolveCondition(context: SearchContext, query: Query): Promise<Condition> {
	const {connection, nowAt} = context;
	if (listLeaves(query).length === 0) {
		return connection.read(() => makeCondition(query, nowAt, makeNameConditions(connection, query)));
	}

	const plan = await connection.read(() => planSearch(context, query, createLookMaker(connection)));
	const known = new Map(plan.names);
	for (const leaf of plan.leaves) {
		known.set(leaf.term, joinConditions([leaf.names, listAmong('session', await findSessions(context, plan, leaf))], 'or'));
	}

	return makeCondition(query, nowAt, known);
}

/** Sessions in which a term is found, of those that may match and that are not in already by their names. */
async function findSessions(context: SearchContext, {mayMatch}: Plan, leaf: PlannedLeaf): Promise<readonly number[]> {
	const {connection} = context;
	const {sql, values} = joinConditions([mayBeIn(leaf), mayMatch, {...leaf.names, sql: `not ${leaf.names.sql}`}], 'and');
	const rows = await connection.read(() => connection.prepare(`select session, seen_pass from sessions where ${sql} and seen_pass is not null`).all(...values));
	const found: number[] = [];
	for (const row of rows) {
		const session = readNumber(row, 'session');
		if (await isFoundIn(context, leaf, {session, pass: readNumber(row, 'seen_pass')})) {
			found.push(session);
		}
	}

	return found;
}
