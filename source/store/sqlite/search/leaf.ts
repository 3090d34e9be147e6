import type {MomentTerm, Query, TextPattern, WordTerm} from '../../query/query.ts';
import {listTerms} from './list-terms.ts';

/** A term of a search that lines of text decide: bare words, `seen:` and `typed:`. */
export type Leaf = {
	readonly term: WordTerm | MomentTerm;
	readonly kind: 'seen' | 'typed';
	/** Any of them. */
	readonly patterns: readonly TextPattern[];
	/** Not under a `not`: its lines are moments. */
	readonly isWanted: boolean;
};

/** In the order in which they are written. */
export function listLeaves(query: Query): readonly Leaf[] {
	return listTerms(query).flatMap(({term, isWanted}): readonly Leaf[] => {
		if (term.type === 'word') {
			return [{term, kind: 'seen', patterns: [term.pattern], isWanted}];
		}

		return term.type === 'moment' && (term.field === 'seen' || term.field === 'typed') ? [{term, kind: term.field, patterns: term.values, isWanted}] : [];
	});
}
