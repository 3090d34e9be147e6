import type {KeyAction} from '../../keys/key-table.ts';
import type {Session, SortField} from '../../store/store.ts';
import {openPlayer} from '../player/open-player.ts';
import type {State, Update} from '../state.ts';
import {filterBy} from '../lists/ask-list.ts';
import {cancelFilter, cancelMarks} from '../lists/cancel.ts';
import {toggleAllMarks, toggleMark} from '../lists/mark-sessions.ts';
import {askAgain, askLast} from './ask-store.ts';
import {hasPreviewPlace} from './list-area.ts';
import {keepVisible, moveSelection, selectRow} from './move-selection.ts';
import type {SessionsState} from './sessions-state.ts';
import {writeRow} from './write-row.ts';
import {findSelected, listShown} from './shown-rows.ts';

/** What a key of the list does. */
export function doInSessions(state: State, action: KeyAction): Update {
	const {sessions} = state;
	switch (action) {
		case 'app.back': {
			return {state, effects: [{type: 'exit', code: exitCodeOf(state)}]};
		}

		case 'app.cancel': {
			return cancel(state);
		}

		case 'open': {
			return open(state);
		}

		case 'data.refresh': {
			return askAgain(change(state, {ranking: undefined}), 'replace');
		}

		case 'follow.toggle': {
			return sessions.isFollowing ? same(change(state, {isFollowing: false})) : askAgain(change(state, {isFollowing: true, selected: undefined}), 'replace');
		}

		case 'preview.toggle': {
			return same(togglePreview(state));
		}

		case 'info.open': {
			return same(openInfo(state));
		}

		case 'mark.toggle': {
			return same(markAndMove(state));
		}

		case 'mark.all': {
			return same(toggleAllMarks(state, listShown(sessions)));
		}

		case 'sort.start':
		case 'sort.length':
		case 'sort.user':
		case 'sort.host':
		case 'sort.size': {
			return sortBy(state, sortFields[action]);
		}

		case 'copy.address': {
			return copyAddress(state);
		}

		case 'copy.text': {
			return copyRow(state);
		}

		case 'move.last': {
			const more = askLast(state);
			return {state: moveSelection(more.state, action), effects: more.effects};
		}

		default: {
			return same(moveSelection(state, action));
		}
	}
}

/** Sort by a field; by the same field again turns the order round. Names begin with A, all else with the most. */
export function sortBy(state: State, sort: SortField, isDescending?: boolean): Update {
	const {sessions} = state;
	const isAgain = sessions.sort === sort && !isRankedNow(sessions);
	const isNatural = sort !== 'user' && sort !== 'host';
	return askAgain(change(state, {sort, isDescending: isDescending ?? (isAgain ? !sessions.isDescending : isNatural), isRanked: false, ranking: undefined}), 'replace');
}

/** True when the rows stand in the order of the best match. */
export function isRankedNow({ranking}: SessionsState): boolean {
	return ranking !== undefined;
}

const sortFields = {'sort.start': 'start', 'sort.length': 'length', 'sort.user': 'user', 'sort.host': 'host', 'sort.size': 'size'} as const;
const accessFailedCode = 3;

function exitCodeOf({sessions}: State): number {
	return sessions.failure?.isAccess ? accessFailedCode : 0;
}

/** One level back: a request under way, the marks, then the filter. */
function cancel(state: State): Update {
	const {sessions} = state;
	if (sessions.asking !== undefined && sessions.asking.waitedMs > 0) {
		return {state: change(state, {asking: undefined}), effects: [{type: 'forget', name: 'waited'}]};
	}

	return cancelMarks(state) ?? cancelFilter(state);
}

/** Play the chosen session. On an empty answer: take away the term that excludes most. */
function open(state: State): Update {
	const {sessions} = state;
	const session = chosen(state);
	if (session !== undefined) {
		return openPlayer(state, session, 0);
	}

	const best = sessions.without.filter(({matching}) => matching > 0).toSorted((a, b) => b.matching - a.matching)[0];
	return best !== undefined && sessions.counts?.matching === 0 ? filterBy(state, best.rest) : same(state);
}

function togglePreview(state: State): State {
	if (!hasPreviewPlace(state.size)) {
		return chosen(state) === undefined ? state : {...state, overlay: {type: 'peek', tab: 'screen'}};
	}

	const {isPreviewOpen, previewTab} = state.sessions;
	const isOtherTab = isPreviewOpen && previewTab === 'info';
	return keepVisible(change(state, {isPreviewOpen: isOtherTab || !isPreviewOpen, previewTab: 'screen'}));
}

function openInfo(state: State): State {
	const {sessions, size} = state;
	if (hasPreviewPlace(size)) {
		const isShown = sessions.isPreviewOpen && sessions.previewTab === 'info';
		return keepVisible(change(state, {isPreviewOpen: true, previewTab: isShown ? 'screen' : 'info'}));
	}

	return chosen(state) === undefined ? state : {...state, overlay: {type: 'peek', tab: 'info'}};
}

/** Mark the chosen row, or take its mark away, and go to the next. */
function markAndMove(state: State): State {
	const shown = listShown(state.sessions);
	const index = findSelected(state.sessions, shown);
	const session = shown[index];
	return session === undefined ? state : selectRow(toggleMark(state, session), Math.min(index + 1, shown.length - 1));
}

/** The address of the chosen session, or of all marked ones. */
function copyAddress(state: State): Update {
	const {marked, selected} = state.sessions;
	const addresses = marked.size > 0 ? marked.keys().toArray() : (selected === undefined || chosen(state) === undefined ? [] : [selected]);
	const what = addresses.length === 1 ? addresses[0] ?? '' : `${addresses.length} addresses`;
	return addresses.length === 0 ? same(state) : {state, effects: [{type: 'copy', text: addresses.join('\n'), what}]};
}

/** The chosen row as text. */
function copyRow(state: State): Update {
	const session = chosen(state);
	return session === undefined ? same(state) : {state, effects: [{type: 'copy', text: writeRow(session, state.settings.timeZone), what: 'the row'}]};
}

function chosen({sessions}: State): Session | undefined {
	const shown = listShown(sessions);
	return shown[findSelected(sessions, shown)];
}

function change(state: State, sessions: Partial<SessionsState>): State {
	return {...state, sessions: {...state.sessions, ...sessions}};
}

function same(state: State): Update {
	return {state, effects: []};
}
