import type {Query} from './query.ts';

/** Where a term stands in the search it was read from, in UTF-16 units. */
export type TermPlace = {readonly text: string; readonly offset: number; readonly length: number};

const places = new WeakMap<Query, TermPlace>();

/** Beside the tree and not in it: the same search written otherwise is the same tree. */
export function placeTerm<Found extends Query>(term: Found, place: TermPlace): Found {
	places.set(term, place);
	return term;
}

/** `undefined` for a term that was made and not read, and for a copy of one. */
export function findTermPlace(term: Query): TermPlace | undefined {
	return places.get(term);
}
