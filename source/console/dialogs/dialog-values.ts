import type {Dialog} from './dialog.ts';

/** What is typed in a text field, blanks at its ends left out; empty when there is no such field. */
export function readText({fields}: Dialog, name: string): string {
	const field = fields.find(each => each.name === name);
	return field?.type === 'text' ? field.input.text.trim() : '';
}

/** The value chosen; empty when there is no such field. */
export function readChoice({fields}: Dialog, name: string): string {
	const field = fields.find(each => each.name === name);
	return field?.type === 'choice' ? field.options[field.chosen]?.value ?? '' : '';
}

/** True when the box is there and checked. */
export function isChecked({fields}: Dialog, name: string): boolean {
	const field = fields.find(each => each.name === name);
	return field?.type === 'checkbox' && field.isOn;
}
