import {Text} from 'ink';
import type {ReactNode} from 'react';
import {toAscii} from '../text/to-ascii.ts';
import {paint} from '../theme.ts';
import type {Meaning, Theme} from '../theme.ts';

/** A stretch of a row in one look. Text that was recorded must have passed `showControls`. */
export type Piece = {
	readonly text: string;
	readonly look?: Meaning | undefined;
	/** Which field or button of a dialog it belongs to: a click on it means that. */
	readonly focus?: number | undefined;
};

type Properties = {
	readonly pieces: readonly Piece[];
	readonly theme: Theme;
};

/** One row of the terminal: pieces side by side, never wrapped. */
export function Row({pieces, theme}: Properties): ReactNode {
	const text = pieces.map(({text, look}) => paint(theme, look ?? 'text', theme.isAscii ? toAscii(text) : text)).join('');
	return <Text wrap='truncate-end'>{text === '' ? ' ' : text}</Text>;
}
