import test from 'ava';
import {openDialog} from '../../../source/console/dialogs/open-dialog.ts';
import type {Dialog, Field} from '../../../source/console/dialogs/dialog.ts';
import {cancelButton} from '../../../source/console/dialogs/dialog.ts';
import {isChecked, readChoice, readText} from '../../../source/console/dialogs/dialog-values.ts';
import type {State} from '../../../source/console/state.ts';
import {emptyInput} from '../../../source/console/text-input.ts';
import {update} from '../../../source/console/update.ts';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {drawState} from '../../helpers/draw.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {keysOf, pressKeys} from '../../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});
const fields: readonly Field[] = [
	{name: 'format', label: 'Format', type: 'choice', options: [{value: 'text', text: 'plain text'}, {value: 'raw', text: 'raw bytes'}], chosen: 0},
	{name: 'gaps', label: 'Markers', type: 'checkbox', isOn: true, text: 'gaps'},
	{name: 'file', label: 'File', type: 'text', input: emptyInput},
];

function opened(more: Partial<Dialog> = {}): State {
	return openDialog(list, {purpose: {type: 'leave'}, title: 'Test', fields, buttons: [cancelButton], ...more});
}

function dialogOf({overlay}: State): Dialog {
	if (overlay?.type !== 'dialog') {
		throw new Error('no dialog is open');
	}

	return overlay;
}

const question = openDialog(list, {purpose: {type: 'leave'}, title: 'Sure?', text: ['It is gone then.'], fields: [], buttons: [{text: 'Remove', action: {type: 'noticed', text: 'removed', isError: false}, isDestructive: true}, cancelButton]});

test('Tab and the arrows go through fields and buttons in a circle', t => {
	t.is(dialogOf(pressKeys(opened(), 'tab', 'down').state).focus, 2);
	t.is(dialogOf(pressKeys(opened(), 'tab', 'tab', 'tab', 'tab').state).focus, 0);
	t.is(dialogOf(pressKeys(opened(), 'shift-tab').state).focus, 3);
	t.is(dialogOf(pressKeys(opened(), 'tab', 'tab', 'tab', 'up').state).focus, 2);
});

test('Space and the arrows change a choice and a checkbox', t => {
	const dialog = dialogOf(pressKeys(opened(), 'left', 'tab', 'space').state);
	t.is(readChoice(dialog, 'format'), 'raw');
	t.false(isChecked(dialog, 'gaps'));
	t.is(readChoice(dialogOf(pressKeys(opened(), 'right', 'right').state), 'format'), 'text');
});

test('Space and the arrows go from button to button, and to no field', t => {
	const two = opened({focus: 3, buttons: [{text: 'Do', action: undefined}, cancelButton]});
	t.deepEqual(['space', 'right', 'left'].map(key => dialogOf(pressKeys(two, key).state).focus), [4, 4, 4]);
	t.deepEqual(['space', 'right', 'left'].map(key => dialogOf(pressKeys(two, 'tab', key).state).focus), [3, 3, 3]);
});

test('keys of the table are text in a text field', t => {
	t.is(readText(dialogOf(pressKeys(opened(), 'tab', 'tab', ...keysOf('?:qr x')).state), 'file'), '?:qr x');
});

test('a paste reaches a text field as one line, and no other field', t => {
	const typing = pressKeys(opened(), 'tab', 'tab').state;
	t.is(readText(dialogOf(update(typing, {type: 'pasted', text: 'a\nb\u{7}'}).state), 'file'), 'a b');
	t.regex(update(opened(), {type: 'pasted', text: 'a'}).state.notice?.text ?? '', /dropped/v);
});

test('Enter goes on in a field that is not the last one', t => {
	t.is(dialogOf(pressKeys(opened(), 'enter').state).focus, 1);
});

test('Esc leaves everything as it was', t => {
	t.is(pressKeys(question, 'esc').state.overlay, undefined);
	t.deepEqual(pressKeys(question, 'esc').effects, []);
});

test('a button that destroys is never the default', t => {
	t.is(pressKeys(question, 'enter').state.notice, undefined);
	t.is(pressKeys(question, 'left', 'enter').state.notice?.text, 'removed');
});

test('help and command line come over a dialog and give it back', t => {
	t.is(pressKeys(opened(), '?').state.overlay?.type, 'help');
	t.is(dialogOf(pressKeys(opened(), 'tab', '?', 'q').state).focus, 1);
	t.is(dialogOf(pressKeys(opened(), 'tab', ':', 'esc').state).focus, 1);
	t.is(dialogOf(pressKeys(opened(), 'tab', ':', 'backspace').state).focus, 1);
});

test('a dialog is drawn in the middle over the dimmed screen, whatever the size', async t => {
	for (const size of [{columns: 40, rows: 10}, {columns: 80, rows: 24}, {columns: 200, rows: 60}]) {
		const frame = await drawState({...opened(), size});
		t.is(frame.split('\n').length - 1, size.rows);
		t.regex(frame, /┌ Test ─+┐/v);
	}
});

test('hostile text in a dialog is drawn as text', async t => {
	const frame = await drawState(opened({title: 'a\u{1B}]0;x\u{7}', text: ['\u{202E}abc'], fields: []}));
	t.true(frame.includes(String.raw`a\x1b]0;x\x07`));
	t.true(frame.includes(String.raw`\u202eabc`));
});

const playing = makeState({player: makePlayer()});

test('`goto` without a time asks for one, shows where it leads, and goes there', async t => {
	const asked = pressKeys(playing, ':', ...keysOf('goto'), 'enter').state;
	t.is(dialogOf(asked).title, 'Go to');
	const typed = pressKeys(asked, ...keysOf('0:42')).state;
	t.true((await drawState(typed)).includes('= 0:42 of 1:40, Mon 2026-11-23 09:47:00 +00:00'));
	const gone = pressKeys(typed, 'enter').state;
	t.is(gone.overlay, undefined);
	t.is(gone.player?.targetMs, 42_000);
});

test('a place that is none is told under the field and keeps the dialog', t => {
	const wrong = pressKeys(playing, ':', ...keysOf('goto'), 'enter', ...keysOf('soon'), 'enter').state;
	t.regex(dialogOf(wrong).errors.where ?? '', /No position: soon/v);
	t.deepEqual(dialogOf(pressKeys(wrong, 'backspace').state).errors, {});
});
