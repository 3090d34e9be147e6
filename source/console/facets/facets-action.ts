import type {Facets} from '../../store/counts.ts';

/** What counting answers. */
export type FacetsAction =
	| {readonly type: 'facetsCounted'; readonly requestId: number; readonly facets: Facets}
	| {readonly type: 'facetsFailed'; readonly requestId: number; readonly message: string};
