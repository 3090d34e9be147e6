import type {Query, Term} from '../../query/query.ts';

/** Is a search true when each of its terms is what `isTermTrue` says? */
export function isTrue(query: Query, isTermTrue: (term: Term) => boolean): boolean {
	switch (query.type) {
		case 'all': {
			return true;
		}

		case 'and': {
			return query.parts.every(part => isTrue(part, isTermTrue));
		}

		case 'or': {
			return query.parts.some(part => isTrue(part, isTermTrue));
		}

		case 'not': {
			return !isTrue(query.part, isTermTrue);
		}

		case 'word':
		case 'text':
		case 'moment':
		case 'time':
		case 'number':
		case 'has': {
			return isTermTrue(query);
		}
	}
}
