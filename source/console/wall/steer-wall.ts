import type {State, Update} from '../state.ts';
import {viewTiles} from './view-tiles.ts';

/** After each change of the state: tell which recordings have a tile, and where. */
export function steerWall(before: State, state: State): Update {
	if (state === before || (state.screen !== 'live' && before.screen !== 'live')) {
		return {state, effects: []};
	}

	const [tiles, tilesBefore] = [viewTiles(state), viewTiles(before)];
	const describe = (shown: typeof tiles): string => JSON.stringify(shown.map(({address, view}) => [address, view]));
	const isSame = state.wall.isPaused === before.wall.isPaused && describe(tiles) === describe(tilesBefore);
	return {state, effects: isSame ? [] : [{type: 'showTiles', tiles, isPaused: state.wall.isPaused}]};
}
