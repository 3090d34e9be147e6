import type {Query, Term} from '../../query/query.ts';

/** A term, and whether its being true speaks for the search: it stands under no `not`, or under two. */
export type SignedTerm = {
	readonly term: Term;
	readonly isWanted: boolean;
};

/** In the order in which they are written. */
export function listTerms(query: Query, isWanted = true): readonly SignedTerm[] {
	const {part, isNegated} = peelNots(query);
	const isPartWanted = isWanted !== isNegated;
	switch (part.type) {
		case 'all': {
			return [];
		}

		case 'and':
		case 'or': {
			return part.parts.flatMap(each => listTerms(each, isPartWanted));
		}

		case 'word':
		case 'text':
		case 'moment':
		case 'time':
		case 'number':
		case 'has': {
			return [{term: part, isWanted: isPartWanted}];
		}
	}
}

/** What stands behind any number of `not`. */
export function peelNots(query: Query): {readonly part: Exclude<Query, {readonly type: 'not'}>; readonly isNegated: boolean} {
	let part = query;
	let isNegated = false;
	while (part.type === 'not') {
		part = part.part;
		isNegated = !isNegated;
	}

	return {part, isNegated};
}
