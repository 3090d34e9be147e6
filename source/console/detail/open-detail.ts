import type {State, Update} from '../state.ts';
import type {DetailState} from './detail-state.ts';

/** Show all that is known of an event; `index` is its place among `events`. */
export function openDetail(state: State, {session, events, index}: Omit<DetailState, 'firstRow'>): Update {
	if (events.length === 0) {
		return {state: {...state, notice: {text: 'No event is known here.', isError: false}}, effects: []};
	}

	return {state: {...state, overlay: {type: 'detail', session, events, index: Math.max(0, Math.min(events.length - 1, index)), firstRow: 0}}, effects: []};
}
