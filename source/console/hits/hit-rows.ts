import type {Hit} from '../../store/moments.ts';
import type {HitGroup, HitPlace, HitsState} from './hits-state.ts';

/** A row of the list of hits. */
export type HitRow = HitPlace & {
	readonly group: HitGroup;
	/** `undefined` for a group's head and for the row that tells of more. */
	readonly hit: Hit | undefined;
};

const known = new WeakMap<readonly HitGroup[], readonly HitRow[]>();

/** The rows of the list, open groups with their hits. Made once for the same groups: a frame asks for them several times. */
export function listHitRows({groups}: HitsState): readonly HitRow[] {
	const found = known.get(groups);
	if (found !== undefined) {
		return found;
	}

	const rows = groups.flatMap(group => rowsOf(group));
	known.set(groups, rows);
	return rows;
}

/** The index of the chosen row; 0 when it is not there. */
export function findHitRow(hits: HitsState, rows = listHitRows(hits)): number {
	const {selected} = hits;
	return Math.max(0, rows.findIndex(({address, index}) => address === selected?.address && index === selected.index));
}

/** The row that keys work on; `undefined` in an empty list. */
export function chosenHitRow(hits: HitsState): HitRow | undefined {
	const rows = listHitRows(hits);
	return rows[findHitRow(hits, rows)];
}

/** How many rows a group takes. */
export function countRows({shown, count}: Pick<HitGroup, 'shown' | 'count'>): number {
	return 1 + shown + (shown > 0 && shown < count ? 1 : 0);
}

function rowsOf(group: HitGroup): readonly HitRow[] {
	const {address, hits, shown} = group;
	return Array.from({length: countRows(group)}, (_, row) => ({address, group, index: row - 1, hit: row > 0 && row <= shown ? hits[row - 1] : undefined}));
}
