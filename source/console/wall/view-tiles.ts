import {chooseLayout} from '../layout.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State} from '../state.ts';
import {listTiles} from './choose-tile.ts';
import {layOutWall} from './lay-out-wall.ts';
import {isHeard} from './tile-age.ts';
import type {Tile} from './wall-effect.ts';

/** Where and how the running recordings stand on the terminal; none while something else stands there. */
export function viewTiles(state: State): readonly Tile[] {
	const {size, overlay, screen, settings, wall, now} = state;
	if (screen !== 'live' || overlay !== undefined || chooseLayout(size).isTooSmall || wall.failure?.isAccess) {
		return [];
	}

	const {places} = layOutWall(size, wall.side);
	return listTiles(state).flatMap((session, index): readonly Tile[] => {
		const rectangle = places[index];
		const address = addressOf(session);
		return rectangle === undefined || wall.problems.has(address)
			? []
			: [{
				address, session,
				view: {
					rectangle, terminal: size, pan: {column: 0, row: 0}, isDimmed: !isHeard(session, now), banner: undefined, footer: undefined, patterns: [], chosen: undefined,
					isAscii: settings.glyphs === 'ascii', isMono: settings.theme === 'mono',
				},
			}];
	});
}
