import type {Session, SessionPage} from '../../store/store.ts';
import type {Effect} from '../effect.ts';
import type {State, Update} from '../state.ts';
import {groupDigits} from '../text/format-length.ts';
import {addressOf} from './address-of.ts';
import {askDetails, askWithout, loadedLimit} from './ask-store.ts';
import {keepVisible, selectRow} from './move-selection.ts';
import {listWords} from './parse-filter.ts';
import {findSelected, listShown} from './shown-rows.ts';
import {isFresh, refreshLater} from './refresh.ts';
import type {Asking, SessionsState} from './sessions-state.ts';

type Answer = {readonly page: SessionPage; readonly revision: number; readonly now: number};

/** The list with the store's answer to its request. */
export function takePage(state: State, asking: Asking, {page, revision, now}: Answer): Update {
	const {sessions: before} = state;
	const {sessions: _rows, ...counts} = page;
	const merged = mergeRows(before, asking, {page, now});
	const isIndexing = asking.why === 'refresh' && counts.unindexed > 0 && (counts.unindexed < (before.counts?.unindexed ?? 0) || (before.isIndexing && counts.unindexed === before.counts?.unindexed));
	const isAtNewest = before.isFollowing && findSelected(before) === 0;
	const next: SessionsState = {
		...before, ...merged,
		selected: isAtNewest ? undefined : before.selected, counts, isIndexing, revision, readAt: now,
		asking: undefined, failure: undefined, without: [],
		applied: {text: asking.text, query: asking.query},
	};
	const effects = rankAnswer(next);
	const ranking = effects.length > 0 ? loosen(before.ranking) : undefined;
	const taken = {...state, now, store: {...state.store, isOpen: true}, sessions: {...next, ranking}};
	const shown = asking.isToLast ? selectLast(taken) : keepVisible(taken);
	return {
		state: shown,
		effects: [
			{type: 'forget', name: 'waited'},
			...effects,
			...(page.matching === 0 ? askWithout(shown) : []),
			...askDetails(shown.sessions),
			...(asking.why === 'more' ? [] : [{type: 'countRunning'} as const]),
			refreshLater(shown),
		],
	};
}

/** The last row there is; when there are more than are ever loaded, that is told. */
function selectLast(state: State): State {
	const {sessions} = state;
	const last = selectRow(state, listShown(sessions).length - 1);
	const matching = sessions.counts?.matching ?? 0;
	return matching > loadedLimit ? {...last, notice: {text: `${groupDigits(loadedLimit)} of ${groupDigits(matching)} are loaded; narrow the filter, or turn the order round`, isError: false}} : last;
}

/** Until the answer is ranked it keeps the order found while typing: rows that jump back and forth would flicker. */
function loosen(ranking: SessionsState['ranking']): SessionsState['ranking'] {
	return ranking === undefined ? undefined : {...ranking, isStrict: false};
}

/** Ask fuse.js for the order of the rows, when the filter has words and no sort was chosen. */
function rankAnswer(sessions: SessionsState): readonly Effect[] {
	const words = listWords(sessions.applied.query);
	return sessions.isRanked && words.length > 0 ? [{type: 'rank', text: sessions.applied.text, words, rows: sessions.rows}] : [];
}

type Merged = Pick<SessionsState, 'rows' | 'fresh'>;

/** A refresh never moves rows: known ones get their new values, new ones are counted until they are asked for. Sessions that begin now come first, where the list begins. */
function mergeRows(sessions: SessionsState, {why}: Asking, {page, now}: {readonly page: SessionPage; readonly now: number}): Merged {
	const {rows, isFollowing} = sessions;
	if (why === 'replace' || isFollowing || rows.length === 0) {
		return {rows: why === 'more' ? [...rows, ...page.sessions] : page.sessions, fresh: 0};
	}

	const known = new Set(rows.map(session => addressOf(session)));
	const unknown = page.sessions.filter(session => !known.has(addressOf(session)));
	if (why === 'more') {
		return {rows: [...rows, ...unknown], fresh: sessions.fresh};
	}

	const newest = new Map(page.sessions.map(session => [addressOf(session), session]));
	const updated: readonly Session[] = rows.map(session => newest.get(addressOf(session)) ?? session);
	const isAtTop = sessions.firstRow === 0 && sessions.sort === 'start' && sessions.isDescending && sessions.ranking === undefined;
	const beginning = isAtTop ? unknown.filter(session => isFresh(session, now)) : [];
	return {rows: [...beginning, ...updated], fresh: unknown.length - beginning.length};
}
