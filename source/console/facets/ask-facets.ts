import type {Query} from '../../store/query/query.ts';
import type {State, Update} from '../state.ts';

/** After each change of the state: count anew when the facets are seen and what is listed, or the store, has changed. */
export function followFacets(_before: State, state: State): Update {
	const {facets, sessions} = state;
	if (!facets.isOpen && facets.asking !== undefined) {
		return {state: {...state, facets: {...facets, asking: undefined}}, effects: [{type: 'stopFacets'}]};
	}

	const listed = readListed(state);
	if (listed === undefined) {
		return {state, effects: []};
	}

	const wanted = {text: listed.text, revision: sessions.revision};
	const isSeen = facets.isOpen && (state.screen === 'sessions' || state.screen === 'hits');
	if (!isSeen || isSame(facets.asking ?? facets.counted, wanted)) {
		return {state, effects: []};
	}

	const requestId = facets.requestId + 1;
	return {
		state: {...state, facets: {...facets, requestId, asking: wanted}},
		effects: [{type: 'countFacets', requestId, query: listed.query, zone: state.settings.timeZone, access: listed.access}],
	};
}

type Listed = {readonly text: string; readonly query: Query; readonly access: string | undefined};

/** What the shown list answers; `undefined` while the access log is not known to have an entry of it: values are names, too. */
function readListed({screen, sessions, hits}: State): Listed | undefined {
	const listed = sessions.counts === undefined ? undefined : {...sessions.applied, access: undefined};
	const {applied, loggedText} = hits;
	if (screen !== 'hits' || applied === undefined || applied.text === listed?.text) {
		return listed;
	}

	if (applied.patterns.length === 0) {
		// There is nothing to search for, so no search gives the log its entry.
		return {...applied, access: applied.text};
	}

	return loggedText === applied.text ? {...applied, access: undefined} : undefined;
}

type Counting = {readonly text: string; readonly revision: number | undefined};

function isSame(a: Counting | undefined, b: Counting): boolean {
	return a?.text === b.text && a.revision === b.revision;
}
