import type {ReactNode} from 'react';
import {Rows} from '../components/rows.tsx';
import type {View} from '../view.ts';
import {gapsOf} from './draw-details.ts';
import {drawPreview} from './draw-preview.ts';
import {findSelected, listShown} from './shown-rows.ts';

/** The preview of the chosen or played session over the whole screen. */
export function Peek({view, tab}: {readonly view: View; readonly tab: 'screen' | 'info'}): ReactNode {
	const {state: {sessions, size, screen, player}, theme} = view;
	const shown = listShown(sessions);
	const session = screen === 'player' ? player?.session : shown[findSelected(sessions, shown)];
	const rows = session === undefined ? [] : drawPreview(view, {session, gaps: gapsOf(sessions, session), tab, columns: size.columns, rows: size.rows - 1});
	return <Rows theme={theme} rows={[...rows, [{text: ' any key', look: 'accent'}, {text: ' goes back'}]]}/>;
}
