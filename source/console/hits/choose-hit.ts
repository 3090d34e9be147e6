import {scrollTo} from '../sessions/list-area.ts';
import type {State} from '../state.ts';
import {changeHits} from './change-hits.ts';
import {findHitRow, listHitRows} from './hit-rows.ts';
import {partHits} from './hits-area.ts';
import type {HitPlace} from './hits-state.ts';

/** Choose a row. */
export function chooseHit(state: State, {address, index}: HitPlace): State {
	return keepHitVisible(changeHits(state, {selected: {address, index}}));
}

/** Scroll so that the chosen row is seen; without a choice, or when it is gone, the first hit is chosen. */
export function keepHitVisible(state: State): State {
	const {hits, size} = state;
	const rows = listHitRows(hits);
	const isThere = rows.some(({address, index}) => address === hits.selected?.address && index === hits.selected.index);
	const first = rows.find(row => row.hit !== undefined) ?? rows[0];
	const selected = isThere ? hits.selected : first && {address: first.address, index: first.index};
	const at = findHitRow({...hits, selected}, rows);
	const firstRow = scrollTo(hits.firstRow, at, {height: partHits(size, hits.isPreviewOpen).list, count: rows.length});
	return changeHits(state, {selected, firstRow: at === 1 ? 0 : firstRow});
}
