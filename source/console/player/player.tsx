import type {ReactNode} from 'react';
import {Row} from '../components/row.tsx';
import type {View} from '../view.ts';

export function PlayerScreen({state, theme}: View): ReactNode {
	return <Row theme={theme} pieces={[{text: state.player?.session.rec ?? ''}]}/>;
}
