import type {ReactNode} from 'react';
import {Row} from './components/row.tsx';
import type {View} from './view.ts';

/** All that fits below 40×10: why there is nothing else. */
export function TooSmall({state: {size}, glyphs, theme}: View): ReactNode {
	const by = glyphs.times;
	return <Row theme={theme} pieces={[{text: `Too small: 40${by}10 needed (now ${size.columns}${by}${size.rows})`}]}/>;
}
