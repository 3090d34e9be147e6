import type {Query} from '../../store/query/query.ts';
import type {State, Update} from '../state.ts';

/** After each change of the state: count anew when the facets are seen and what is listed, or the store, has changed. */
export function followFacets(_before: State, state: State): Update {
	const {facets, sessions} = state;
	const listed = readListed(state);
	const wanted = {text: listed.text, revision: sessions.revision};
	const isSeen = facets.isOpen && (state.screen === 'sessions' || state.screen === 'hits');
	if (!isSeen || isSame(facets.asking ?? facets.counted, wanted)) {
		return {state, effects: []};
	}

	const requestId = facets.requestId + 1;
	return {
		state: {...state, facets: {...facets, requestId, asking: wanted}},
		effects: [{type: 'countFacets', requestId, query: listed.query, zone: state.settings.timeZone}],
	};
}

/** What the shown list answers: sessions have one before the first answer, too. */
function readListed({screen, sessions, hits}: State): {readonly text: string; readonly query: Query} {
	return screen === 'hits' ? hits.applied ?? sessions.applied : sessions.applied;
}

type Counting = {readonly text: string; readonly revision: number | undefined};

function isSame(a: Counting | undefined, b: Counting): boolean {
	return a?.text === b.text && a.revision === b.revision;
}
