import type {ReactNode} from 'react';
import {Row} from '../components/row.tsx';
import type {View} from '../view.ts';

export function TooSmall({state: {size}, theme}: View): ReactNode {
	return <Row theme={theme} pieces={[{text: `Too small: 40×10 needed (now ${size.columns}×${size.rows})`}]}/>;
}
