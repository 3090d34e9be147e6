import {printAddress} from '../../store/address.ts';
import type {Session, SessionPage} from '../../store/store.ts';
import type {Effect} from '../effect.ts';
import type {State, Update} from '../state.ts';
import {askDetails, askWithout} from './ask-store.ts';
import {keepVisible} from './move-selection.ts';
import {listWords} from './parse-filter.ts';
import {refreshLater} from './refresh.ts';
import type {Asking, SessionsState} from './sessions-state.ts';

type Answer = {readonly page: SessionPage; readonly revision: number; readonly now: number};

/** The list with the store's answer to its request. */
export function takePage(state: State, asking: Asking, {page, revision, now}: Answer): Update {
	const {sessions: before} = state;
	const {sessions: _rows, ...counts} = page;
	const merged = mergeRows(before, asking, page);
	const next: SessionsState = {
		...before, ...merged, counts, revision, readAt: now,
		asking: undefined, failure: undefined, without: [],
		applied: {text: asking.text, query: asking.query},
	};
	const effects = rankAnswer(next);
	const ranking = effects.length > 0 ? loosen(before.ranking) : undefined;
	const shown = keepVisible({...state, now, store: {...state.store, isOpen: true}, sessions: {...next, ranking}});
	return {
		state: shown,
		effects: [
			{type: 'forget', name: 'waited'},
			...effects,
			...(page.matching === 0 ? askWithout(shown) : []),
			...askDetails(shown.sessions),
			refreshLater(shown),
		],
	};
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

/** A refresh never moves rows: known ones get their new values, new ones are counted until they are asked for. */
function mergeRows(sessions: SessionsState, {why}: Asking, page: SessionPage): Merged {
	const {rows, isFollowing} = sessions;
	if (why === 'replace' || isFollowing || rows.length === 0) {
		return {rows: why === 'more' ? [...rows, ...page.sessions] : page.sessions, fresh: 0};
	}

	const known = new Set(rows.map(session => printAddress(session)));
	const unknown = page.sessions.filter(session => !known.has(printAddress(session)));
	if (why === 'more') {
		return {rows: [...rows, ...unknown], fresh: sessions.fresh};
	}

	const newest = new Map(page.sessions.map(session => [printAddress(session), session]));
	const updated: readonly Session[] = rows.map(session => newest.get(printAddress(session)) ?? session);
	return {rows: updated, fresh: unknown.length};
}
