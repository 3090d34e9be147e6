import type {State} from '../state.ts';
import type {WallState} from './wall-state.ts';

/** The state with some of the wall's fields changed. */
export function changeWall(state: State, wall: Partial<WallState>): State {
	return {...state, wall: {...state.wall, ...wall}};
}
