import {showControls} from '../terminal/show-controls.ts';
import type {Piece} from './components/row.tsx';
import {nameKeyOf} from './name-key-of.ts';
import type {State} from './state.ts';

/** What the person is to know before all else: what is wrong with the search, what was done just now, or that rows are old. */
export function findNews(state: State): Piece | undefined {
	const {notice, screen, sessions: {problem}} = state;
	if (problem !== undefined && screen !== 'player') {
		return {text: showControls(problem.message), look: 'danger'};
	}

	if (notice !== undefined) {
		return {text: showControls(notice.text), look: notice.isError ? 'danger' : 'accent'};
	}

	const failure = findFailure(state);
	return failure === undefined ? undefined : {text: `${showControls(failure)}  ${nameKeyOf('data.refresh', state)} retry now`, look: 'danger'};
}

/** Why the rows shown are not the newest; where there are none that is told in their place. */
function findFailure({screen, sessions, hits, wall}: State): string | undefined {
	switch (screen) {
		case 'sessions': {
			return sessions.counts === undefined ? undefined : sessions.failure?.message;
		}

		case 'hits': {
			return hits.groups.length === 0 ? undefined : hits.failure?.message;
		}

		case 'live': {
			return wall.order.length === 0 ? undefined : wall.failure?.message;
		}

		case 'player': {
			return undefined;
		}
	}
}
