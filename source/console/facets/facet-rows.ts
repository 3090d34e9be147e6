import type {State} from '../state.ts';
import type {FacetGroup, FacetPlace, FacetsState} from './facets-state.ts';

/** A row of the facets: a group's title, a value, how many more there are, or a blank between groups. */
export type FacetRow =
	| {readonly type: 'title'; readonly group: FacetGroup; readonly distinct: number}
	| {readonly type: 'value'; readonly group: FacetGroup; readonly value: string; readonly count: number | undefined}
	| {readonly type: 'more'; readonly group: FacetGroup; readonly more: number}
	| {readonly type: 'blank'};

const shortest = 5; // More values than that wait behind `… N more`.

/** All rows, groups without values left out. */
export function listFacetRows({facets, views}: Pick<State, 'facets' | 'views'>): readonly FacetRow[] {
	const counted = facets.counted?.facets;
	const groups = groupNames.map((group): readonly FacetRow[] => {
		if (group === 'views') {
			return listGroup(facets, {group, values: Object.keys(views).map(value => ({value, count: undefined})), distinct: Object.keys(views).length});
		}

		return counted === undefined ? [] : listGroup(facets, {group, ...counted[group]});
	});
	return groups.filter(rows => rows.length > 0).flatMap((rows, index) => index === 0 ? rows : [{type: 'blank'} as const, ...rows]);
}

/** The rows that can be chosen. */
export function isChoosable(row: FacetRow): row is Extract<FacetRow, {type: 'value' | 'more'}> {
	return row.type === 'value' || row.type === 'more';
}

/** The index of the chosen row, or of the first that can be chosen; -1 when there is none. */
export function findFacetRow({selected}: FacetsState, rows: readonly FacetRow[]): number {
	const found = rows.findIndex(row => isChoosable(row) && isAt(row, selected));
	return found === -1 ? rows.findIndex(row => isChoosable(row)) : found;
}

export function placeOf(row: Extract<FacetRow, {type: 'value' | 'more'}>): FacetPlace {
	return {group: row.group, value: row.type === 'value' ? row.value : undefined};
}

const groupNames: readonly FacetGroup[] = ['user', 'host', 'day', 'flags', 'tags', 'views'];

type Group = {
	readonly group: FacetGroup;
	readonly values: ReadonlyArray<{readonly value: string; readonly count: number | undefined}>;
	readonly distinct: number;
};

function listGroup({unfolded}: FacetsState, {group, values, distinct}: Group): readonly FacetRow[] {
	const isAll = unfolded.has(group) || values.length <= shortest;
	const shown = isAll ? values : values.slice(0, shortest);
	const rows: readonly FacetRow[] = shown.map(({value, count}) => ({type: 'value', group, value, count}));
	const more: readonly FacetRow[] = isAll ? [] : [{type: 'more', group, more: distinct - shown.length}];
	return rows.length === 0 ? [] : [{type: 'title', group, distinct}, ...rows, ...more];
}

function isAt(row: Extract<FacetRow, {type: 'value' | 'more'}>, place: FacetPlace | undefined): boolean {
	const own = placeOf(row);
	return own.group === place?.group && own.value === place.value;
}
