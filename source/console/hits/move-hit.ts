import type {KeyAction} from '../../keys/key-table.ts';
import type {State} from '../state.ts';
import {chooseHit} from './choose-hit.ts';
import {findGroup, showHit} from './fold-group.ts';
import {chosenHitRow, findHitRow, listHitRows} from './hit-rows.ts';
import {partHits} from './hits-area.ts';

/** The list with another row chosen by a move key; the same state for other keys. */
export function moveHit(state: State, action: KeyAction): State {
	switch (action) {
		case 'hit.next':
		case 'hit.prev': {
			return moveToHit(state, action === 'hit.next' ? 1 : -1);
		}

		case 'group.next':
		case 'group.prev': {
			return moveToGroup(state, action === 'group.next' ? 1 : -1);
		}

		default: {
			return moveByRows(state, action);
		}
	}
}

/** The next hit, whatever is folded: a folded session opens for it. */
function moveToHit(state: State, step: 1 | -1): State {
	const row = chosenHitRow(state.hits);
	const inGroup = row === undefined ? undefined : findGroup(state, row.address);
	if (row === undefined || inGroup === undefined) {
		return state;
	}

	const index = row.index + step;
	if (index >= 0 && index < inGroup.hits.length) {
		return showHit(state, {address: row.address, index});
	}

	const other = state.hits.groups[state.hits.groups.indexOf(inGroup) + step];
	return other === undefined ? state : showHit(state, {address: other.address, index: step === 1 ? 0 : other.hits.length - 1});
}

/** The head of the session behind or, when the chosen row is in the middle of a session, of this one. */
function moveToGroup(state: State, step: 1 | -1): State {
	const row = chosenHitRow(state.hits);
	if (row === undefined) {
		return state;
	}

	const {groups} = state.hits;
	const at = groups.indexOf(row.group);
	const other = groups[step === -1 && row.index > -1 ? at : at + step];
	return other === undefined ? state : chooseHit(state, {address: other.address, index: -1});
}

function moveByRows(state: State, action: KeyAction): State {
	const rows = listHitRows(state.hits);
	const from = findHitRow(state.hits, rows);
	const page = partHits(state.size, state.hits.isPreviewOpen).list;
	const distance = distances(page)[action];
	const target = distance === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, from + distance))];
	return target === undefined ? state : chooseHit(state, target);
}

function distances(page: number): Partial<Record<KeyAction, number>> {
	const half = Math.ceil(page / 2);
	return {
		'move.down': 1, 'move.up': -1, 'move.first': -Infinity, 'move.last': Infinity,
		'move.halfDown': half, 'move.halfUp': -half, 'move.pageDown': page, 'move.pageUp': -page,
	};
}
