import type {Query} from '../../store/query/query.ts';

/** What the facets ask of the world. */
export type FacetsEffect = CountFacets | {readonly type: 'stopFacets'};

/** A count under way ends. */
export type CountFacets = {
	readonly type: 'countFacets';
	readonly requestId: number;
	readonly query: Query;
	readonly zone: string;
	/** What the access log gets an entry of first; `undefined` when it has one. */
	readonly access: string | undefined;
};
