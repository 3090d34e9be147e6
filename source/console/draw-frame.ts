import type {Piece} from './components/row.tsx';
import {drawDetail} from './detail/draw-detail.ts';
import {drawDialog} from './dialogs/draw-dialog.ts';
import {drawHelp} from './help/draw-help.ts';
import {drawRunning} from './jobs/draw-job.ts';
import {findNews} from './news.ts';
import {drawPage} from './page/draw-page.ts';
import {drawPalette} from './palette/draw-palette.ts';
import {drawPeek} from './sessions/draw-peek.ts';
import {drawScreen} from './draw-screen.ts';
import {drawTooSmall} from './draw-too-small.ts';
import {placeBox} from './text/place-box.ts';
import {drawViews} from './views/draw-views.ts';
import type {View} from './view.ts';

type Rows = ReadonlyArray<readonly Piece[]>;

/** The whole frame, drawn from the state alone: exactly as many rows as the terminal has. */
export function drawFrame(view: View): Rows {
	const {state: {overlay, size}, layout} = view;
	if (layout.isTooSmall) {
		return overlay?.type === 'palette' ? placeBox(drawTooSmall(view), drawPalette(view, overlay), size) : drawTooSmall(view);
	}

	if (overlay?.type === 'palette') {
		return placeBox(drawWithJobs(view), drawPalette(view, overlay), size);
	}

	if (overlay?.type === 'views') {
		return placeBox(drawWithJobs(view), drawViews(view, overlay), size);
	}

	return overlay?.type === 'dialog' ? placeBox(dim(drawWithJobs(view)), drawDialog(view, overlay), size) : drawWithJobs(view);
}

/** The screen, with running work in the status row of a list, or in the player's row of hints: its status is needed. News come first. */
function drawWithJobs(view: View): Rows {
	const {screen, overlay, size} = view.state;
	const running = overlay?.type === 'help' || overlay?.type === 'page' || overlay?.type === 'peek' || findNews(view.state) !== undefined ? undefined : drawRunning(view);
	const rows = drawBody(view);
	return running === undefined ? rows : rows.with(screen === 'player' ? size.rows - 1 : size.rows - 2, running);
}

function drawBody(view: View): Rows {
	const {overlay} = view.state;
	if (overlay?.type === 'help') {
		return drawHelp(view, overlay);
	}

	if (overlay?.type === 'detail') {
		return drawDetail(view, overlay);
	}

	if (overlay?.type === 'page') {
		return drawPage(view, overlay);
	}

	if (overlay?.type === 'peek') {
		return drawPeek(view, overlay.tab);
	}

	return drawScreen(view);
}

/** What stands under a dialog: there, but not to be read first. */
function dim(rows: Rows): Rows {
	return rows.map(row => row.map(({text}) => ({text, look: 'dim'})));
}
