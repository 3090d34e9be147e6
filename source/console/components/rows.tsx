import type {ReactNode} from 'react';
import type {Theme} from '../theme.ts';
import {Row} from './row.tsx';
import type {Piece} from './row.tsx';

type Properties = {
	readonly rows: ReadonlyArray<readonly Piece[]>;
	readonly theme: Theme;
};

/** Rows one below the other. */
export function Rows({rows, theme}: Properties): ReactNode {
	// A row has no other name than its place.
	return rows.map((pieces, index) => <Row key={index} pieces={pieces} theme={theme}/>);
}
