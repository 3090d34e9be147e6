import type {KeyAction} from '../../keys/key-table.ts';
import {openDetail} from '../detail/open-detail.ts';
import {cancelFilter, cancelMarks} from '../lists/cancel.ts';
import {toggleAllMarks, toggleMark} from '../lists/mark-sessions.ts';
import {showList} from '../lists/show-list.ts';
import {tellHit} from '../player/events/tell-hit.ts';
import type {State, Update} from '../state.ts';
import {askHits, stopHits} from './ask-hits.ts';
import {changeHits} from './change-hits.ts';
import {chooseHit, keepHitVisible} from './choose-hit.ts';
import {foldGroup, unfoldGroup} from './fold-group.ts';
import {playHit} from './go-beyond-session.ts';
import {chosenHitRow, listHitRows} from './hit-rows.ts';
import {hasHitPreview} from './hits-area.ts';
import {moveHit} from './move-hit.ts';
import {writeHit, writeHitAddress} from './write-hit.ts';

/** What a key does in the list of hits. */
export function doInHits(state: State, action: KeyAction): Update {
	const row = chosenHitRow(state.hits);
	switch (action) {
		case 'app.back': {
			return same(showList(state, 'sessions'));
		}

		case 'app.cancel': {
			return state.hits.search === undefined ? cancelMarks(state) ?? cancelFilter(state) : stopHits(state);
		}

		case 'data.refresh': {
			return askHits(state);
		}

		case 'preview.toggle': {
			return same(togglePreview(state));
		}

		case 'info.open': {
			return row === undefined ? same(state) : {state: {...state, overlay: {type: 'peek', tab: 'info'}}, effects: [{type: 'readMarks', session: row.group.session}]};
		}

		case 'mark.all': {
			return same(toggleAllMarks(state, state.hits.groups.map(({session}) => session)));
		}

		default: {
			return row === undefined ? same(state) : doOnRow(state, row, action);
		}
	}
}

type Row = NonNullable<ReturnType<typeof chosenHitRow>>;

function doOnRow(state: State, row: Row, action: KeyAction): Update {
	const {group, address, index} = row;
	switch (action) {
		case 'open': {
			return index === group.shown && group.shown > 0 && row.hit === undefined ? unfoldGroup(state, address) : playHit(state, row);
		}

		case 'unfold': {
			return unfoldGroup(state, address);
		}

		case 'fold': {
			return same(foldGroup(state, address));
		}

		case 'event.detail': {
			return openDetail(state, {session: group.session, events: group.hits.map(hit => tellHit(hit)), index});
		}

		case 'mark.toggle': {
			return same(markAndMove(state, row));
		}

		case 'copy.address': {
			const text = writeHitAddress(row);
			return {state, effects: [{type: 'copy', text, what: text}]};
		}

		case 'copy.text': {
			return {state, effects: [{type: 'copy', text: writeHit(row), what: 'the row'}]};
		}

		default: {
			return same(moveHit(state, action));
		}
	}
}

/** Mark the session, and go to the next one. */
function markAndMove(state: State, {group}: Row): State {
	const {groups} = state.hits;
	const next = groups[groups.indexOf(group) + 1];
	const marked = toggleMark(state, group.session);
	return next === undefined ? marked : chooseHit(marked, {address: next.address, index: -1});
}

function togglePreview(state: State): State {
	if (hasHitPreview(state.size)) {
		return keepHitVisible(changeHits(state, {isPreviewOpen: !state.hits.isPreviewOpen}));
	}

	return listHitRows(state.hits).length === 0 ? state : {...state, overlay: {type: 'peek', tab: 'screen'}};
}

function same(state: State): Update {
	return {state, effects: []};
}
