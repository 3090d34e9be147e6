import type {KeyAction} from '../../../keys/key-table.ts';
import {listMomentPatterns} from '../../../store/query/moment-patterns.ts';
import type {Press} from '../../read-presses.ts';
import {rememberSearch} from '../../lists/remember-search.ts';
import {completeFilter} from '../../sessions/complete-filter.ts';
import {parseFilter} from '../../sessions/parse-filter.ts';
import type {State, Update} from '../../state.ts';
import {editText, inputOf, insertText} from '../../text-input.ts';
import type {TextInput} from '../../text-input.ts';
import type {PlayerState} from '../player-state.ts';
import {startTimer, stopTimer} from '../player-timer.ts';
import {noSearch} from './search-state.ts';
import {withinSession} from './within-session.ts';

/** Ask what to look for in this recording. */
export function openSearch(player: PlayerState): PlayerState {
	return {...player, search: {...player.search, input: inputOf(player.search.asked?.written ?? ''), recalled: 0}};
}

/** What a key does while it is typed what to look for. */
export function pressInSearch(state: State, player: PlayerState, {action, press}: {readonly action: KeyAction | undefined; readonly press: Press}): Update {
	const {input} = player.search;
	if (input === undefined) {
		return {state, effects: []};
	}

	switch (action) {
		case 'input.accept': {
			return accept(state, player, input.text.trim());
		}

		case 'app.cancel': {
			return type(state, player, undefined);
		}

		case 'input.edit': {
			const isEmptied = press.key === 'backspace' && input.text === '';
			return type(state, player, isEmptied ? undefined : editText(input, press.key));
		}

		case 'input.complete': {
			return complete(state, player, input);
		}

		case 'input.older': {
			return recall(state, player, input, 1);
		}

		case 'input.newer': {
			return recall(state, player, input, -1);
		}

		default: {
			return press.text === '' ? {state, effects: []} : type(state, player, insertText(input, press.text));
		}
	}
}

/** Pasted text is typed. */
export function pasteIntoSearch(state: State, player: PlayerState, text: string): Update {
	const {input} = player.search;
	return input === undefined ? {state, effects: []} : type(state, player, insertText(input, text));
}

function type(state: State, player: PlayerState, input: TextInput | undefined, recalled = 0): Update {
	return {state: {...state, player: {...player, search: {...player.search, input, recalled}}}, effects: []};
}

/** As in the filter box: as far as it is certain, and what may follow is told. */
function complete(state: State, player: PlayerState, input: TextInput): Update {
	const {filter, choices} = completeFilter(state, input);
	const text = choices.length > 0 ? choices.join('  ') : (filter.text === input.text ? 'Nothing to complete here.' : '');
	return type({...state, notice: text === '' ? undefined : {text, isError: false}}, player, filter);
}

/** What was searched before, here and in the lists; a text that stands there already is passed over. */
function recall(state: State, player: PlayerState, input: TextInput, step: 1 | -1): Update {
	const {history} = state.sessions;
	const clamp = (count: number): number => Math.max(0, Math.min(history.length, count));
	const textAt = (count: number): string => count === 0 ? '' : history.at(-count) ?? '';
	const next = clamp(player.search.recalled + step);
	const recalled = textAt(next) === input.text ? clamp(next + step) : next;
	return recalled === player.search.recalled ? {state, effects: []} : type(state, player, inputOf(textAt(recalled)), recalled);
}

function accept(state: State, player: PlayerState, written: string): Update {
	if (written === '') {
		return {state: {...state, player: {...player, hits: undefined, search: noSearch}}, effects: [stopTimer('hits')]};
	}

	const parsed = parseFilter(written, state.now, state.settings.timeZone);
	if (parsed.problem !== undefined) {
		return refuse(state, parsed.problem.message);
	}

	const moments = listMomentPatterns(parsed.query);
	const patterns = moments.filter(({term}) => term === undefined).map(({pattern}) => pattern); // What audit events tell need not stand on the screen.
	if (moments.length === 0) {
		return refuse(state, 'Write what stood on the screen; "quotes" keep words together.');
	}

	const query = withinSession(player.session, parsed.query);
	const search = {...noSearch, asked: {written, query, patterns}, isWaiting: true, searchedId: player.session.lastId};
	const sessions = {...state.sessions, history: rememberSearch(state.sessions.history, written)};
	return {state: {...state, sessions, player: {...player, hits: undefined, search}}, effects: [{type: 'searchHere', query, patterns, isNew: true}, startTimer('hits')]};
}

function refuse(state: State, text: string): Update {
	return {state: {...state, notice: {text, isError: true}}, effects: []};
}
