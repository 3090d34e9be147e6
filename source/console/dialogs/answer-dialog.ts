import {describeJob} from '../jobs/draw-job.ts';
import type {State} from '../state.ts';
import type {View} from '../view.ts';
import type {Answer, Dialog} from './dialog.ts';
import {dialogRoom} from './dialog-room.ts';
import {answerExport, previewExport, settleExport} from './export-dialog.ts';
import {answerGoto, previewGoto} from './goto-dialog.ts';
import {answerBookmark, answerNote, answerTags} from './note-dialogs.ts';
import {answerStore, previewStore, previewStoreFailed, settleStore} from './store-dialog.ts';

/** What the fields of a dialog say. */
export function answerDialog(state: State, dialog: Dialog): Answer {
	const {purpose} = dialog;
	switch (purpose.type) {
		case 'goto': {
			return answerGoto(state, dialog);
		}

		case 'export': {
			return answerExport(state, purpose, dialog);
		}

		case 'tags': {
			return answerTags(purpose, dialog);
		}

		case 'note': {
			return answerNote(purpose, dialog);
		}

		case 'store': {
			return answerStore(state, dialog);
		}

		case 'bookmark': {
			return answerBookmark(purpose, dialog);
		}

		// These have no fields: their buttons carry what they do.
		case 'jobs':
		case 'leave':
		case 'storeFailed': {
			return {errors: {}};
		}
	}
}

/** Lines below the fields that follow from what is in them. */
export function previewDialog({state, glyphs}: View, dialog: Dialog): readonly string[] {
	const {purpose} = dialog;
	switch (purpose.type) {
		case 'goto': {
			return previewGoto(state, dialog);
		}

		case 'store': {
			return previewStore();
		}

		case 'storeFailed': {
			return previewStoreFailed(state);
		}

		case 'export': {
			return previewExport(purpose, dialog);
		}

		case 'jobs': {
			return state.jobs.list.length === 0 ? ['Nothing runs, and nothing has.'] : state.jobs.list.flatMap(job => describeJob(job, glyphs, dialogRoom(state.size)));
		}

		default: {
			return [];
		}
	}
}

/** The dialog after a field was changed: another field may follow it. */
export function settleDialog(before: Dialog, dialog: Dialog): Dialog {
	switch (dialog.purpose.type) {
		case 'export': {
			return settleExport(dialog.purpose, before, dialog);
		}

		case 'store': {
			return settleStore(dialog);
		}

		default: {
			return dialog;
		}
	}
}
