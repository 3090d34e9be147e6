import type {State} from '../state.ts';
import type {HitsState} from './hits-state.ts';

/** The state with some of the hits' fields changed. */
export function changeHits(state: State, hits: Partial<HitsState>): State {
	return {...state, hits: {...state.hits, ...hits}};
}
