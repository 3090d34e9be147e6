import type {Piece} from '../components/row.tsx';
import type {View} from '../view.ts';
import {gapsOf} from './draw-details.ts';
import {drawPreview} from './draw-preview.ts';
import {findSelected, listShown} from './shown-rows.ts';

/** The preview of the chosen or played session over the whole screen. */
export function drawPeek(view: View, tab: 'screen' | 'info'): ReadonlyArray<readonly Piece[]> {
	const {sessions, size, screen, player} = view.state;
	const shown = listShown(sessions);
	const session = screen === 'player' ? player?.session : shown[findSelected(sessions, shown)];
	const rows = session === undefined ? [] : drawPreview(view, {session, gaps: gapsOf(sessions, session), tab, columns: size.columns, rows: size.rows - 1});
	return [...rows, [{text: ' any key', look: 'accent'}, {text: ' goes back'}]];
}
