import {createNameMatcher} from '../../query/name-matcher.ts';
import type {Query} from '../../query/query.ts';
import type {Session} from '../../session.ts';
import {joinConditions, listAmong, never} from '../condition.ts';
import type {Condition} from '../condition.ts';
import {makeCondition, matchBareWord} from '../query.ts';
import type {SearchContext} from './context.ts';
import {listLeaves} from './leaf.ts';
import type {Leaf} from './leaf.ts';
import type {Look, LookMaker} from './look.ts';
import {makeNameConditions} from './name-conditions.ts';

/** A search, and what the index says of it before any text is read. */
export type Plan = {
	readonly query: Query;
	readonly leaves: readonly PlannedLeaf[];
	/** Of terms that compare names in ways that a database cannot. */
	readonly names: ReadonlyMap<Query, Condition>;
	/** Each session that matches fulfils this; others may. */
	readonly mayMatch: Condition;
};

export type PlannedLeaf = Leaf & Look & {
	/** A bare word may name the user or the host instead. */
	readonly names: Condition;
	readonly isNamed: (session: Session) => boolean;
	/** The same for the same patterns. */
	readonly id: string;
};

/** Runs inside a transaction. */
export function planSearch({connection, nowAt}: SearchContext, query: Query, makeLook: LookMaker): Plan {
	const names = makeNameConditions(connection, query);
	const leaves = listLeaves(query).map((leaf): PlannedLeaf => {
		const {term, kind, patterns} = leaf;
		return {
			...leaf,
			...makeLook([kind], patterns),
			names: term.type === 'word' ? names.get(term) ?? matchBareWord(term.pattern) : never,
			isNamed: term.type === 'word' ? makeBareMatcher(term.pattern) : () => false,
			id: JSON.stringify([kind, patterns]),
		};
	});
	// Under a `not`, what is sure of the term rules sessions out; elsewhere, what is possible lets them in.
	const known = new Map([...names, ...leaves.map(leaf => [leaf.term, leaf.isWanted ? joinConditions([leaf.names, mayBeIn(leaf)], 'or') : leaf.names] as const)]);
	return {query, leaves, names, mayMatch: makeCondition(query, nowAt, known)};
}

/** Sessions in which what is looked for may be. */
export function mayBeIn({candidates}: Look): Condition {
	return candidates === 'all' ? {sql: '(seen_pass is not null and indexed_id is not null)', values: []} : listAmong('session', candidates.keys().toArray());
}

function makeBareMatcher(pattern: Parameters<typeof matchBareWord>[0]): (session: Session) => boolean {
	const [isUser, isHost] = (['user', 'host'] as const).map(field => createNameMatcher(pattern, {field, isBare: true}));
	return ({user, host}) => isUser?.(user) === true || isHost?.(host) === true;
}
