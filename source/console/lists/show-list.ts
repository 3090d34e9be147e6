import type {State} from '../state.ts';
import type {ListName} from './list-name.ts';

/** Go to one of the lists; what was typed in the filter box stays for all of them. */
export function showList(state: State, list: ListName): State {
	return {...state, screen: list, list};
}
