import type {KeyAction} from '../../keys/key-table.ts';
import type {Press} from '../read-presses.ts';
import type {State} from '../state.ts';
import {editText, insertText} from '../text-input.ts';
import type {Dialog, Field} from './dialog.ts';

/** What a key asks a dialog to do beyond changing itself: read the fields, press a button, or close. */
export type DialogOutcome = {readonly dialog: Dialog} | {readonly done: 'read' | 'close'} | {readonly button: number};

/** What a key does in a dialog. Enter acts on a button and in the last field only; elsewhere it goes on. */
export function pressDialog(dialog: Dialog, action: KeyAction | undefined, press: Press): DialogOutcome {
	if (press.text !== '' && dialog.fields[dialog.focus]?.type === 'text') {
		return {dialog: typeInto(dialog, press.text)};
	}

	switch (action) {
		case 'app.cancel':
		case 'app.back': {
			return {done: 'close'};
		}

		case 'dialog.next':
		case 'input.complete':
		case 'input.newer': {
			return {dialog: moveFocus(dialog, 1)};
		}

		case 'dialog.prev':
		case 'input.older': {
			return {dialog: moveFocus(dialog, -1)};
		}

		case 'dialog.do':
		case 'input.accept': {
			return act(dialog);
		}

		case 'dialog.change': {
			return {dialog: changeFocused(dialog, press.key === 'left' ? -1 : 1)};
		}

		case 'input.edit': {
			return {dialog: edit(dialog, field => ({...field, input: editText(field.input, press.key)}))};
		}

		default: {
			return {dialog};
		}
	}
}

/** Put text into the focused text field. */
export function typeInto(dialog: Dialog, text: string): Dialog {
	return edit(dialog, field => ({...field, input: insertText(field.input, text)}));
}

/** True while printable keys are text. */
export function isTyping({overlay}: State): boolean {
	return overlay?.type === 'dialog' && overlay.fields[overlay.focus]?.type === 'text';
}

function act(dialog: Dialog): DialogOutcome {
	const {fields, focus} = dialog;
	if (focus >= fields.length) {
		return {button: focus - fields.length};
	}

	return focus === fields.length - 1 ? {done: 'read'} : {dialog: moveFocus(dialog, 1)};
}

function moveFocus(dialog: Dialog, step: 1 | -1): Dialog {
	const count = Math.max(1, dialog.fields.length + dialog.buttons.length);
	return {...dialog, focus: (dialog.focus + step + count) % count};
}

function changeFocused(dialog: Dialog, step: 1 | -1): Dialog {
	const {fields, buttons, focus} = dialog;
	return focus < fields.length
		? {...dialog, fields: fields.map((field, index) => index === focus ? change(field, step) : field)}
		: {...dialog, focus: fields.length + ((focus - fields.length + step + buttons.length) % buttons.length)};
}

function change(field: Field, step: 1 | -1): Field {
	switch (field.type) {
		case 'choice': {
			return {...field, chosen: (field.chosen + step + field.options.length) % field.options.length};
		}

		case 'checkbox': {
			return {...field, isOn: !field.isOn};
		}

		case 'text': {
			return field;
		}
	}
}

type TextField = Extract<Field, {type: 'text'}>;

/** What is wrong with a field is no longer told once it is changed. */
function edit(dialog: Dialog, work: (field: TextField) => TextField): Dialog {
	const focused = dialog.fields[dialog.focus];
	if (focused?.type !== 'text') {
		return dialog;
	}

	const {[focused.name]: _mended, ...errors} = dialog.errors;
	return {...dialog, errors, fields: dialog.fields.with(dialog.focus, work(focused))};
}
