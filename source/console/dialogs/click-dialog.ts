import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';
import {measureText} from '../text/measure-text.ts';
import {viewOf} from '../view.ts';
import type {Dialog} from './dialog.ts';
import {drawDialog} from './draw-dialog.ts';
import {pressInDialog} from './update-dialog.ts';
import type {Decide} from './update-dialog.ts';

type Cell = {readonly column: number; readonly row: number};

/** What a click does while a dialog is open: it presses a button, turns a checkbox, gives a field the keys, and changes a choice that has them. Beside them it does nothing. */
export function clickDialog(state: State, dialog: Dialog, cell: Cell, decide: Decide): Update {
	const focus = findClicked(state, dialog, cell);
	if (focus === undefined) {
		return {state, effects: []};
	}

	const focused: Dialog = {...dialog, focus};
	const field = dialog.fields[focus];
	if (field === undefined) {
		return pressInDialog(state, focused, {action: 'dialog.do', press: keyOf('enter'), decide});
	}

	return field.type === 'checkbox' || (field.type === 'choice' && focus === dialog.focus)
		? pressInDialog(state, focused, {action: 'dialog.change', press: keyOf('right'), decide})
		: {state: {...state, overlay: {type: 'dialog', ...focused}}, effects: []};
}

/** The field or button under the mouse; a row of one field belongs to that as a whole. */
function findClicked(state: State, dialog: Dialog, {column, row}: Cell): number | undefined {
	const {top, left, rows} = drawDialog(viewOf(state), dialog);
	const pieces = rows[row - top] ?? [];
	const ends = pieces.map((_, index) => left + pieces.slice(0, index + 1).reduce((sum, {text}) => sum + measureText(text), 0));
	const isInside = column > left && column < (ends.at(-1) ?? 0) - 1;
	if (!isInside) {
		return undefined;
	}

	const [only, ...others] = new Set(pieces.map(({focus}) => focus).filter(focus => focus !== undefined));
	const under = pieces[ends.findIndex(end => column < end)]?.focus;
	return under ?? (others.length === 0 && only !== undefined && only < dialog.fields.length ? only : undefined);
}

function keyOf(key: string): Press {
	return {key, text: ''};
}
