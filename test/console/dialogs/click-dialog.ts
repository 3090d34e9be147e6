import test from 'ava';
import {isChecked, readChoice} from '../../../source/console/dialogs/dialog-values.ts';
import type {Dialog} from '../../../source/console/dialogs/dialog.ts';
import type {State} from '../../../source/console/state.ts';
import {update} from '../../../source/console/update.ts';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {drawState} from '../../helpers/draw.ts';
import {keysOf, pressKeys} from '../../helpers/press-keys.ts';

const sizes = [{columns: 80, rows: 24}, {columns: 120, rows: 40}, {columns: 40, rows: 10}];

/** Click where a text stands, some cells right of its start. */
async function clickOn(state: State, text: string, right = 0): Promise<ReturnType<typeof update>> {
	const rows = (await drawState(state)).split('\n');
	const row = rows.findIndex(line => line.includes(text));
	return update(state, {type: 'clicked', column: (rows[row]?.indexOf(text) ?? 0) + right, row, isDouble: false});
}

function dialogOf({overlay}: State): Dialog {
	if (overlay?.type !== 'dialog') {
		throw new Error('no dialog is open');
	}

	return overlay;
}

const exporting = pressKeys(makeAuditState({columns: 80, rows: 24}), 'x').state;

test('a click gives a text field the keys, beside its text too', async t => {
	for (const right of [0, 30]) {
		const {fields, focus} = dialogOf((await clickOn(exporting, 'Reason', right)).state);
		t.is(fields[focus]?.name, 'reason');
	}
});

test('a click turns a checkbox, each of two in one row by itself', async t => {
	const gaps = dialogOf((await clickOn(exporting, '[x] gaps')).state);
	t.deepEqual([isChecked(gaps, 'gaps'), isChecked(gaps, 'bookmarks')], [false, false]);
	const bookmarks = dialogOf((await clickOn(exporting, '[ ] bookmarks')).state);
	t.deepEqual([isChecked(bookmarks, 'gaps'), isChecked(bookmarks, 'bookmarks')], [true, true]);
});

test('a click on a choice gives it the keys, the next one changes it', async t => {
	const away = pressKeys(exporting, 'tab').state;
	const there = (await clickOn(away, 'Format')).state;
	t.deepEqual([dialogOf(there).focus, readChoice(dialogOf(there), 'format')], [0, 'asciicast-v3']);
	t.is(readChoice(dialogOf((await clickOn(there, 'asciicast v3')).state), 'format'), 'asciicast-v2');
});

test('a click presses a button, at every size', async t => {
	for (const size of sizes) {
		const leaving = pressKeys({...makeAuditState(size)}, 'c', ...keysOf('look'), 'tab').state;
		t.is((await clickOn(leaving, '[ Cancel ]', 3)).state.overlay, undefined);
		t.is((await clickOn(leaving, '[ Save ]', 3)).effects.at(-1)?.type, 'addNotes');
	}
});

test('a click beside fields and buttons, and outside the box, changes nothing', t => {
	for (let row = 0; row < 24; row++) {
		for (const column of [0, 79]) {
			t.is(update(exporting, {type: 'clicked', column, row, isDouble: false}).state, exporting);
		}
	}

	const note = pressKeys(makeAuditState({columns: 80, rows: 24}), 'c').state;
	t.is(dialogOf(update(note, {type: 'clicked', column: 60, row: 13, isDouble: false}).state).focus, 0);
});
