import {showControls} from '../../terminal/show-controls.ts';
import {previewDialog} from '../dialogs/answer-dialog.ts';
import type {Dialog, Field} from '../dialogs/dialog.ts';
import type {View} from '../view.ts';

/** A dialog as lines: its words, what is wrong, and last the field or button that has the keys. */
export function readDialog(view: View, dialog: Dialog): readonly string[] {
	const {title, text, fields, buttons, focus, errors} = dialog;
	const field = fields[focus];
	const button = buttons[focus - fields.length];
	const place = `${focus + 1} of ${fields.length + buttons.length}`;
	return [
		`Dialog: ${title}`,
		...text,
		...previewDialog(view, dialog),
		...Object.values(errors).map(error => `Wrong: ${error}`),
		...(field === undefined ? [] : [`${place}, ${describeField(field)}`]),
		...(button === undefined ? [] : [`${place}, button ${button.text}`]),
	].filter(line => line !== '').map(line => showControls(line));
}

function describeField(field: Field): string {
	switch (field.type) {
		case 'text': {
			return `${field.label} text: ${field.input.text}`;
		}

		case 'checkbox': {
			return `${field.label} ${field.text}, ${field.isOn ? 'checked' : 'not checked'}`;
		}

		case 'choice': {
			return `${field.label} choice: ${field.options[field.chosen]?.text ?? ''}, ${field.chosen + 1} of ${field.options.length}`;
		}
	}
}
