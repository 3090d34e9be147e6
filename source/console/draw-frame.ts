import type {Piece} from './components/row.tsx';
import {drawDetail} from './detail/draw-detail.ts';
import {drawDialog} from './dialogs/draw-dialog.ts';
import {coverWithFacets} from './facets/draw-facets.ts';
import {drawHelp} from './help/draw-help.ts';
import {drawHits} from './hits/draw-hits.ts';
import {drawRunning} from './jobs/draw-job.ts';
import {drawPalette} from './palette/draw-palette.ts';
import {drawPlayer} from './player/draw-player.ts';
import {drawPeek} from './sessions/draw-peek.ts';
import {drawSessions} from './sessions/draw-sessions.ts';
import {drawTooSmall} from './draw-too-small.ts';
import {placeBox} from './text/place-box.ts';
import {drawViews} from './views/draw-views.ts';
import {drawWall} from './wall/draw-wall.ts';
import type {View} from './view.ts';

type Rows = ReadonlyArray<readonly Piece[]>;

/** The whole frame, drawn from the state alone: exactly as many rows as the terminal has. */
export function drawFrame(view: View): Rows {
	const {state: {overlay, size}, layout} = view;
	if (layout.isTooSmall) {
		return overlay?.type === 'palette' ? placeBox(drawTooSmall(view), drawPalette(view, overlay), size) : drawTooSmall(view);
	}

	if (overlay?.type === 'palette') {
		return placeBox(drawScreen(view), drawPalette(view, overlay), size);
	}

	if (overlay?.type === 'views') {
		return placeBox(drawScreen(view), drawViews(view, overlay), size);
	}

	return overlay?.type === 'dialog' ? placeBox(dim(drawScreen(view)), drawDialog(view, overlay), size) : drawScreen(view);
}

/** The screen, with running work in the status row of a list, or in the player's row of hints: its status is needed. News come first. */
function drawScreen(view: View): Rows {
	const {notice, screen, overlay, size} = view.state;
	const running = overlay?.type === 'help' || overlay?.type === 'peek' || notice !== undefined ? undefined : drawRunning(view);
	const rows = drawBody(view);
	return running === undefined ? rows : rows.with(screen === 'player' ? size.rows - 1 : size.rows - 2, running);
}

function drawBody(view: View): Rows {
	const {overlay, screen} = view.state;
	if (overlay?.type === 'help') {
		return drawHelp(view, overlay);
	}

	if (overlay?.type === 'detail') {
		return drawDetail(view, overlay);
	}

	if (overlay?.type === 'peek') {
		return drawPeek(view, overlay.tab);
	}

	switch (screen) {
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

/** What stands under a dialog: there, but not to be read first. */
function dim(rows: Rows): Rows {
	return rows.map(row => row.map(({text}) => ({text, look: 'dim'})));
}
