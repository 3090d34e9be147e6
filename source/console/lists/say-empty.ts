import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import type {Hint} from '../hints.ts';
import {nameKeyOf} from '../name-key-of.ts';
import type {State} from '../state.ts';
import {wrapText} from '../text/wrap-text.ts';
import type {EmptyState} from './empty-state.ts';

type Row = readonly Piece[];

const indent = ' '.repeat(4);

/** The rows that say it; none for nothing to say. Long text goes on in the next row. */
export function sayEmpty(empty: EmptyState | undefined, state: State): readonly Row[] {
	if (empty === undefined) {
		return [];
	}

	const {title, lines, steps} = empty;
	const wrap = (text: string) => wrapText(showControls(text), state.size.columns - indent.length - 1);
	return [
		[{text: ' '}],
		...wrap(title).map((line): Row => [{text: indent + line, look: 'selected'}]),
		...lines.flatMap(line => wrap(line)).map((line): Row => [{text: indent + line}]),
		[{text: ' '}],
		[{text: indent + steps.map(([action, word]) => `${nameKeyOf(action, state)} ${word}`).join(' '.repeat(3)), look: 'accent'}],
	];
}

/** The hints that have a use then; `undefined` where nothing is said. */
export function hintsOfEmpty(empty: EmptyState | undefined): readonly Hint[] | undefined {
	if (empty === undefined || empty.steps.length === 0) {
		return undefined;
	}

	return empty.steps.some(([action]) => action === 'app.command') ? empty.steps : [...empty.steps, ['app.command', 'more']];
}
