import type {KeyAction} from '../../keys/key-table.ts';
import type {Effect} from '../effect.ts';
import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';
import {editText, insertText, inputOf} from '../text-input.ts';
import type {TextInput} from '../text-input.ts';
import {askList, readApplied} from '../lists/ask-list.ts';
import {rememberSearch} from '../lists/remember-search.ts';
import {completeFilter} from './complete-filter.ts';
import type {SessionsState} from './sessions-state.ts';

const rankDelayMs = 80; // Fast typing ranks once, not at each letter.
const askDelayMs = 250;

/** What a key does in the filter box. */
export function doInFilter(state: State, action: KeyAction | undefined, press: Press): Update {
	const {sessions} = state;
	switch (action) {
		case undefined: {
			return press.text === '' ? {state, effects: []} : type(state, insertText(sessions.filter, press.text));
		}

		case 'input.edit': {
			return type(state, editText(sessions.filter, press.key));
		}

		case 'input.complete': {
			return complete(state);
		}

		case 'input.older': {
			return recall(state, -1);
		}

		case 'input.newer': {
			return recall(state, 1);
		}

		case 'input.accept': {
			return accept(state);
		}

		case 'app.cancel': {
			return sessions.uncompleted === undefined ? leave(state) : type(state, sessions.uncompleted);
		}

		default: {
			return {state, effects: []};
		}
	}
}

/** Complete as far as it is certain, and tell what may follow. */
function complete(state: State): Update {
	const {filter, choices} = completeFilter(state, state.sessions.filter);
	const {filter: before, uncompleted} = state.sessions;
	const typed = type(state, filter);
	const isSame = filter.text === before.text;
	const notice = choices.length === 0 ? (isSame ? {text: 'Nothing to complete here.', isError: false} : undefined) : {text: choices.join('  '), isError: false};
	return {state: {...change(typed.state, {uncompleted: isSame ? uncompleted : before}), notice}, effects: typed.effects};
}

/** Put pasted text in at the cursor. */
export function pasteIntoFilter(state: State, text: string): Update {
	return type(state, insertText(state.sessions.filter, text.replaceAll(/[\t\n\r]+/gv, ' ')));
}

/** Another text in the box: the rows are ranked by it at once, the store is asked when the typing pauses. */
function type(state: State, filter: TextInput): Update {
	const {sessions} = state;
	if (filter.text === sessions.filter.text) {
		return {state: change(state, {filter, uncompleted: undefined}), effects: []};
	}

	return {
		state: change(state, {filter, uncompleted: undefined, problem: undefined, isRanked: true, asking: undefined}),
		effects: [
			{type: 'forget', name: 'waited'},
			{type: 'after', name: 'rank', delayMs: rankDelayMs, action: {type: 'rankDue'}},
			{type: 'after', name: 'ask', delayMs: askDelayMs, action: {type: 'askDue'}},
		],
	};
}

/** Enter: ask at once; a text that is wrong keeps the box. */
function accept(state: State): Update {
	const {history, filter, counts} = state.sessions;
	const text = filter.text.trim();
	const remembered = rememberSearch(history, text);
	const next = change(state, {history: remembered, historyIndex: remembered.length});
	const isAnswered = counts !== undefined && text === readApplied(state);
	const asked = isAnswered ? {state: next, effects: forgetTyping} : askList(next);
	const isWrong = asked.state.sessions.problem !== undefined;
	return {state: change(asked.state, {isEditing: isWrong, uncompleted: undefined}), effects: asked.effects};
}

/** Esc: leave the box as what is applied, so that the box never shows another filter than the rows answer. */
function leave(state: State): Update {
	const {sessions} = state;
	return {state: change(state, {filter: inputOf(readApplied(state)), isEditing: false, uncompleted: undefined, problem: undefined, ranking: sessions.ranking?.isStrict ? undefined : sessions.ranking}), effects: forgetTyping};
}

const forgetTyping: readonly Effect[] = [{type: 'forget', name: 'rank'}, {type: 'forget', name: 'ask'}];

function recall(state: State, step: 1 | -1): Update {
	const {history, historyIndex} = state.sessions;
	const index = Math.max(0, Math.min(history.length, historyIndex + step));
	return index === historyIndex ? {state, effects: []} : type(change(state, {historyIndex: index}), inputOf(history[index] ?? ''));
}

function change(state: State, sessions: Partial<SessionsState>): State {
	return {...state, sessions: {...state.sessions, ...sessions}};
}
