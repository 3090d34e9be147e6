import type {State, Update} from '../state.ts';
import {openStoreFailed} from './store-dialog.ts';

const delaysMs = [1000, 2000, 4000, 8000, 16_000, 30_000];

/** After each change: when the list could not be read, tell it over what is shown and try again, later each time; when it can, tell no more. */
export function watchStore(before: State, {state, effects}: Update): Update {
	const {failure} = state.sessions;
	if (failure === before.sessions.failure || failure?.isAccess) {
		return {state, effects};
	}

	if (failure === undefined) {
		return {state: {...closeFailed(state), retry: undefined}, effects: [...effects, {type: 'forget', name: 'retry'}]};
	}

	const attempt = state.retry === undefined ? 0 : state.retry.attempt + 1;
	const delayMs = delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 30_000;
	const waiting: State = {...state, retry: {attempt, dueAt: state.now + delayMs}};
	const isFree = attempt === 0 && state.overlay === undefined && state.screen === 'sessions' && !state.sessions.isEditing && state.sessions.counts !== undefined;
	return {
		state: isFree ? openStoreFailed(waiting) : waiting,
		effects: [...effects, {type: 'after', name: 'retry', delayMs, action: {type: 'retryDue'}}],
	};
}

function closeFailed(state: State): State {
	const isTold = state.overlay?.type === 'dialog' && state.overlay.purpose.type === 'storeFailed';
	return isTold ? {...state, overlay: undefined, notice: {text: 'The store answers again.', isError: false}} : state;
}
