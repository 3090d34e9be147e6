import type {Piece} from '../components/row.tsx';
import type {View} from '../view.ts';
import {drawHitScreen} from '../hits/draw-hit-screen.ts';
import {findChosenSession} from '../lists/chosen-session.ts';
import {gapsOf} from './draw-details.ts';
import {drawPreview} from './draw-preview.ts';

/** The preview of the chosen or played session, or the screen at the chosen hit, over the whole screen. */
export function drawPeek(view: View, tab: 'screen' | 'info'): ReadonlyArray<readonly Piece[]> {
	const {sessions, size, screen} = view.state;
	const session = findChosenSession(view.state);
	const isHit = screen === 'hits' && tab === 'screen';
	const rows = isHit ? drawHitScreen(view, size.rows - 1) : (session === undefined ? [] : drawPreview(view, {session, gaps: gapsOf(sessions, session), tab, columns: size.columns, rows: size.rows - 1}));
	return [...rows, [{text: ' any key', look: 'accent'}, {text: ' goes back'}]];
}
