import type {Facets} from '../../store/counts.ts';

export type FacetsState = {
	readonly isOpen: boolean;
	/** The column has the keys; beside the list Tab gives them back to it. */
	readonly hasFocus: boolean;
	/** What was counted; `undefined` before the first answer. */
	readonly counted: {readonly text: string; readonly revision: number | undefined; readonly facets: Facets} | undefined;
	readonly requestId: number;
	/** What is being counted. */
	readonly asking: {readonly text: string; readonly revision: number | undefined} | undefined;
	readonly failure: string | undefined;
	/** The chosen row. */
	readonly selected: FacetPlace | undefined;
	/** Groups that show all their values. */
	readonly unfolded: ReadonlySet<FacetGroup>;
	readonly firstRow: number;
};

export type FacetGroup = 'user' | 'host' | 'day' | 'flags' | 'tags' | 'views';

/** A value of a group; without one, the row that tells of more. */
export type FacetPlace = {readonly group: FacetGroup; readonly value: string | undefined};

export const initialFacets: FacetsState = {
	isOpen: false,
	hasFocus: false,
	counted: undefined,
	requestId: 0,
	asking: undefined,
	failure: undefined,
	selected: undefined,
	unfolded: new Set(),
	firstRow: 0,
};
