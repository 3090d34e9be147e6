import type {ReactNode} from 'react';
import {Rows} from '../components/rows.tsx';
import type {View} from '../view.ts';
import {drawPlayer} from './draw-player.ts';

/** The frame around a recording. The recording itself is painted by the pane, over the rows left blank here. */
export function PlayerScreen(view: View): ReactNode {
	return <Rows rows={drawPlayer(view)} theme={view.theme}/>;
}
