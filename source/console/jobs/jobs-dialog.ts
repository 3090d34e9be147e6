import {openDialog} from '../dialogs/open-dialog.ts';
import type {State} from '../state.ts';
import {listRunning} from './jobs-state.ts';

/** What runs and what became of what has ended; running work can be cancelled there. */
export function openJobs(state: State): State {
	return openDialog(state, {
		purpose: {type: 'jobs'},
		title: 'Jobs',
		fields: [],
		buttons: [
			{text: 'Close', action: 'close'},
			...listRunning(state.jobs).map(({id, title}) => ({text: `Cancel: ${title}`, action: {type: 'jobCancelled', id} as const, isDestructive: true})),
		],
	});
}
