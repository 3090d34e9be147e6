import type {KeyAction} from '../../keys/key-table.ts';
import type {Action} from '../action.ts';
import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';
import {answerDialog, settleDialog} from './answer-dialog.ts';
import {cancelButton} from './dialog.ts';
import type {Dialog} from './dialog.ts';
import {pressDialog, typeInto} from './press-dialog.ts';

/** Does an action with the state it is given: the console's `update`, handed in so that no dialog imports it. */
export type Decide = (state: State, action: Action) => Update;

/** What a key does while a dialog is open. */
export function pressInDialog(state: State, dialog: Dialog, {action, press, decide}: {readonly action: KeyAction | undefined; readonly press: Press; readonly decide: Decide}): Update {
	const outcome = pressDialog(dialog, action, press);
	if ('dialog' in outcome) {
		return show(state, settleDialog(dialog, outcome.dialog));
	}

	if ('button' in outcome) {
		const {action: asked} = dialog.buttons[outcome.button] ?? cancelButton;
		return asked === undefined ? read(state, dialog, decide) : (asked === 'close' ? close(state) : decide(close(state).state, asked));
	}

	return outcome.done === 'close' ? close(state) : read(state, dialog, decide);
}

/** Pasted text reaches the focused text field as one line. */
export function pasteIntoDialog(state: State, dialog: Dialog, text: string): Update {
	return show(state, typeInto(dialog, text.replaceAll(/[\t\n\r]+/gv, ' ')));
}

/** Read the fields: do what they say, or tell what is wrong and go to the first wrong one. */
function read(state: State, dialog: Dialog, decide: Decide): Update {
	const answer = answerDialog(state, dialog);
	if ('action' in answer) {
		return decide(close(state).state, answer.action);
	}

	const wrong = dialog.fields.findIndex(({name}) => answer.errors[name] !== undefined);
	return show(state, {...dialog, errors: answer.errors, focus: wrong === -1 ? dialog.focus : wrong});
}

function show(state: State, dialog: Dialog): Update {
	return {state: {...state, overlay: {type: 'dialog', ...dialog}}, effects: []};
}

function close(state: State): Update {
	return {state: {...state, overlay: undefined}, effects: []};
}
