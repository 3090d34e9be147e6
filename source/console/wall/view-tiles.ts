import {listLongNews} from '../draw-news.ts';
import {chooseLayout} from '../layout.ts';
import type {Rectangle} from '../pane/pane-frame.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State} from '../state.ts';
import {viewOf} from '../view.ts';
import {listTiles} from './choose-tile.ts';
import {layOutWall} from './lay-out-wall.ts';
import {isHeard} from './tile-age.ts';
import type {Tile} from './wall-effect.ts';

/** Where and how the running recordings stand on the terminal; none while something else stands there, or for a screen reader. */
export function viewTiles(state: State): readonly Tile[] {
	const {size, overlay, screen, settings, wall, now} = state;
	if (settings.isReader || screen !== 'live' || overlay !== undefined || chooseLayout(size).isTooSmall || wall.failure?.isAccess) {
		return [];
	}

	const {places} = layOutWall(size, wall.side);
	const end = size.rows - 1 - listLongNews(viewOf(state)).length;
	return listTiles(state).flatMap((session, index): readonly Tile[] => {
		const rectangle = places[index];
		const address = addressOf(session);
		return rectangle === undefined || wall.problems.has(address)
			? []
			: [{
				address, session,
				view: {
					rectangle: cutBelow(rectangle, end), terminal: size, pan: {column: 0, row: 0}, isDimmed: !isHeard(session, now), banner: undefined, footer: undefined, patterns: [], chosen: undefined,
					isAscii: settings.glyphs === 'ascii', isMono: settings.theme === 'mono',
				},
			}];
	});
}

/** A recording is never painted over news. */
function cutBelow(rectangle: Rectangle, end: number): Rectangle {
	return {...rectangle, rows: Math.max(0, Math.min(rectangle.rows, end - rectangle.top))};
}
