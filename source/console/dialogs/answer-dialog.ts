import type {State} from '../state.ts';
import type {Answer, Dialog} from './dialog.ts';
import {answerGoto, previewGoto} from './goto-dialog.ts';

/** What the fields of a dialog say. */
export function answerDialog(state: State, dialog: Dialog): Answer {
	switch (dialog.purpose.type) {
		case 'goto': {
			return answerGoto(state, dialog);
		}

		case 'confirm': {
			// It has no fields: its buttons carry what they do.
			return {errors: {}};
		}
	}
}

/** Lines below the fields that follow from what is in them. */
export function previewDialog(state: State, dialog: Dialog): readonly string[] {
	switch (dialog.purpose.type) {
		case 'goto': {
			return previewGoto(state, dialog);
		}

		case 'confirm': {
			return [];
		}
	}
}
