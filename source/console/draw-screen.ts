import type {Piece} from './components/row.tsx';
import {coverWithFacets} from './facets/draw-facets.ts';
import {drawHits} from './hits/draw-hits.ts';
import {drawPlayer} from './player/draw-player.ts';
import {drawSessions} from './sessions/draw-sessions.ts';
import type {View} from './view.ts';
import {drawWall} from './wall/draw-wall.ts';

/** The screen itself, with nothing over it: exactly as many rows as the terminal has. */
export function drawScreen(view: View): ReadonlyArray<readonly Piece[]> {
	switch (view.state.screen) {
		case 'player': {
			return drawPlayer(view);
		}

		case 'hits': {
			return coverWithFacets(view, drawHits(view));
		}

		case 'live': {
			return drawWall(view);
		}

		case 'sessions': {
			return coverWithFacets(view, drawSessions(view));
		}
	}
}
