import type {State} from '../state.ts';
import type {Dialog} from './dialog.ts';

type NewDialog = Omit<Dialog, 'focus' | 'errors' | 'text'> & Partial<Pick<Dialog, 'focus' | 'text'>>;

/**
Show a dialog over the screen; one that is open gives way to it.

The first field has the keys, or without fields the first button that destroys nothing.
*/
export function openDialog(state: State, dialog: NewDialog): State {
	const {fields, buttons} = dialog;
	const focus = fields.length > 0 ? 0 : Math.max(0, buttons.findIndex(button => button.isDestructive !== true));
	return {...state, overlay: {type: 'dialog', text: [], focus, errors: {}, ...dialog}};
}
