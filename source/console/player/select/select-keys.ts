import type {KeyAction} from '../../../keys/key-table.ts';
import {stopTimer} from '../player-timer.ts';
import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerState, ScreenFacts} from '../player-state.ts';
import type {Cell, Selection} from './selection.ts';

/** Begin to choose text, at the recorded cursor; what moves would be gone before it is copied, so playing pauses. */
export function startSelection(player: PlayerState): Outcome {
	const {column, row} = player.screen.cursor;
	const cursor = keepInside({column, row}, player.screen);
	return {
		player: {
			...player, isPlaying: false, isFollowing: false, hold: undefined, skippedMs: undefined, trueSpeed: undefined, selection: {shape: 'off', anchor: cursor, cursor},
		},
		effects: [stopTimer('hold'), stopTimer('skipped')],
		notice: nameKey => `Choose text: ${nameKey('select.extend')} begins, ${nameKey('select.copy')} copies, ${nameKey('app.cancel')} leaves.`,
	};
}

/** What a key does while text is chosen; `undefined` when it is none of these keys. */
export function pressInSelection(player: PlayerState, selection: Selection, action: KeyAction): Outcome | undefined {
	const move = moves[action];
	if (move !== undefined) {
		return unchanged({...player, selection: {...selection, cursor: keepInside(move(selection.cursor), player.screen)}});
	}

	switch (action) {
		case 'select.extend': {
			return unchanged({...player, selection: changeShape(selection)});
		}

		case 'select.copy': {
			return {player: {...player, selection: undefined}, effects: [{type: 'copySelection', selection}]};
		}

		case 'app.cancel':
		case 'app.back': {
			return unchanged({...player, selection: undefined});
		}

		default: {
			return undefined;
		}
	}
}

const moves: Readonly<Partial<Record<KeyAction, (place: Cell) => Cell>>> = {
	'select.left': ({column, row}) => ({column: column - 1, row}),
	'select.right': ({column, row}) => ({column: column + 1, row}),
	'select.up': ({column, row}) => ({column, row: row - 1}),
	'select.down': ({column, row}) => ({column, row: row + 1}),
	'select.first': () => ({column: 0, row: 0}),
	'select.last': () => ({column: Infinity, row: Infinity}),
};

/** What is chosen, in words. */
export function describeSelection({shape, anchor, cursor}: Selection): string {
	switch (shape) {
		case 'off': {
			return `copy: line ${cursor.row + 1}`;
		}

		case 'line': {
			return `copy: ${anchor.row + 1}:${anchor.column + 1} to ${cursor.row + 1}:${cursor.column + 1}`;
		}

		case 'block': {
			return `copy: block of ${Math.abs(cursor.column - anchor.column) + 1} by ${Math.abs(cursor.row - anchor.row) + 1}`;
		}
	}
}

function changeShape(selection: Selection): Selection {
	switch (selection.shape) {
		case 'off': {
			return {...selection, shape: 'line', anchor: selection.cursor};
		}

		case 'line': {
			return {...selection, shape: 'block'};
		}

		case 'block': {
			return {...selection, shape: 'off'};
		}
	}
}

function keepInside({column, row}: Cell, {columns, rows}: Pick<ScreenFacts, 'columns' | 'rows'>): Cell {
	return {column: Math.max(0, Math.min(columns - 1, column)), row: Math.max(0, Math.min(rows - 1, row))};
}
