import type {Piece} from '../components/row.tsx';
import {coverRows, listNewsRows} from '../draw-news.ts';
import {drawHints} from '../hints.ts';
import type {State} from '../state.ts';
import {fillPieces} from '../text/pieces.ts';
import {viewOf} from '../view.ts';
import type {View} from '../view.ts';
import {drawBar, drawMarks} from './draw-bar.ts';
import {drawPlayerStatus, measureNewsRoom} from './draw-player-status.ts';
import {drawPlayerTitle} from './draw-player-title.ts';
import {playerHints} from './player-hints.ts';
import {drawPanel} from './panel/draw-panel.ts';
import {layOutPlayer} from './player-layout.ts';
import type {PlayerState} from './player-state.ts';
import {tellInPane} from './tell-in-pane.ts';

/** All rows of the terminal; those of the pane are blank, or tell why there is nothing to paint. */
export function drawPlayer(view: View): ReadonlyArray<readonly Piece[]> {
	const {state} = view;
	const rows: Array<readonly Piece[]> = Array.from({length: state.size.rows}, () => []);
	const {player} = state;
	if (player === undefined) {
		return rows;
	}

	const {title, pane, panel, bar, marks, status, hints} = layOutPlayer(state.size, player);
	const put = (row: number | undefined, draw: () => readonly Piece[]): void => {
		if (row !== undefined) {
			rows[row] = draw();
		}
	};

	for (const [index, pieces] of tellInPane(player, view).slice(0, pane.rows).entries()) {
		rows[pane.top + index] = pieces;
	}

	if (panel !== undefined) {
		for (const [index, pieces] of drawPanel(player, view, panel).entries()) {
			const row = panel.top + index;
			rows[row] = panel.left === 0 ? pieces : [...fillPieces(rows[row] ?? [], panel.left, view.glyphs.ellipsis), ...pieces];
		}
	}

	put(title, () => drawPlayerTitle(player, view));
	put(bar, () => drawBar(player, view));
	put(marks, () => drawMarks(player, view));
	put(status, () => drawPlayerStatus(player, view));
	put(hints, () => drawHints(playerHints(player), view));
	return coverWithLongNews(rows, player, view);
}

/** Long news stand over events and bar, not over the recording; over status and hints only if they must, and what is typed stays. */
function coverWithLongNews(rows: ReadonlyArray<readonly Piece[]>, player: PlayerState, view: View): ReadonlyArray<readonly Piece[]> {
	const {panel, bar, status, hints = status} = layOutPlayer(view.state.size, player);
	const isTyping = player.search.input !== undefined;
	const first = panel?.left === 0 ? panel.top : bar ?? status;
	const last = isTyping ? hints - 1 : hints;
	const news = listNewsRows(view, {room: measureNewsRoom(player, view), most: last + 1 - first});
	if (news.length === 0 || last < first) {
		return rows;
	}

	const statusRow = drawPlayerStatus(player, {...view, state: {...view.state, notice: undefined}});
	return news.length <= status - first
		? coverRows(rows.with(status, statusRow), news, status - 1)
		: coverRows(isTyping ? rows.with(hints, statusRow) : rows, news, Math.max(status, first + news.length - 1));
}

/** All that the frame around a playing recording tells, to compare. */
export function writeReadout(state: State): string {
	return JSON.stringify(drawPlayer(viewOf(state)));
}
