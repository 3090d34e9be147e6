import type {Piece} from '../components/row.tsx';
import {nameKeyOf} from '../name-key-of.ts';
import {fillEnd} from '../text/fit-text.ts';
import {drawInput} from '../text/draw-input.ts';
import {cutPieces, spreadPieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {helpPages} from './help-pages.ts';
import type {HelpState} from './help-state.ts';
import {blankLine, measureKeys} from './lay-out-help.ts';
import type {HelpLine} from './lay-out-help.ts';
import {countKeys, helpHeight, listHelp} from './list-help.ts';

/** All keys of the screen below, from the key table. */
export function drawHelp(view: View, help: HelpState): ReadonlyArray<readonly Piece[]> {
	const {state} = view;
	const lines = listHelp(help, state);
	const height = helpHeight(state.size);
	const keyCells = (lines[0] ?? []).map((_, column) => measureKeys(lines.map(line => line[column] ?? blankLine)));
	const firstRow = Math.max(0, Math.min(help.firstRow, lines.length - height));
	const shown = lines.slice(firstRow, firstRow + height).map(line => drawLine(view, line, keyCells));
	const empty = lines.length === 0 ? [[{text: `  No key has "${help.find?.text ?? ''}".`}]] : [];
	const rest = Array.from({length: Math.max(0, height - shown.length - empty.length)}, () => [{text: ' '}]);
	const below = lines.length - firstRow - shown.length;
	return [drawTitle(view, help), [{text: ' '}], ...shown, ...empty, ...rest, drawFoot(view, below)];
}

function drawTitle({state: {size, settings}, glyphs}: View, help: HelpState): readonly Piece[] {
	const {name} = helpPages[help.of];
	const find = help.find === undefined
		? [{text: '/', look: 'accent' as const}, {text: ' find '}]
		: [{text: '/ ', look: 'accent' as const}, ...(help.isFinding ? drawInput(help.find) : [{text: help.find.text}]), {text: ' '}];
	const right: readonly Piece[] = [{text: `${countKeys(help.of, settings.keys)} keys `}, {text: `${glyphs.part} `, look: 'dim'}, ...find];
	return spreadPieces([{text: ' scribery ', look: 'selected'}, {text: glyphs.part, look: 'dim'}, {text: ` Help: ${name}`}], right, {columns: size.columns, ellipsis: glyphs.ellipsis});
}

function drawLine({state: {size}, glyphs}: View, line: readonly HelpLine[], keyCells: readonly number[]): readonly Piece[] {
	const columns = Math.floor((size.columns - 2) / line.length);
	return [{text: '  '}, ...line.flatMap(({title, keys, help}, column): readonly Piece[] => {
		const cells = keyCells[column] ?? 0;
		return title === ''
			? [{text: fillEnd(keys, cells, glyphs.ellipsis), look: 'accent'}, {text: fillEnd(help, Math.max(0, columns - cells - 1), glyphs.ellipsis)}, {text: ' '}]
			: [{text: fillEnd(title, columns, glyphs.ellipsis), look: 'selected'}];
	})];
}

function drawFoot({state, glyphs}: View, below: number): readonly Piece[] {
	const {size} = state;
	const more: readonly Piece[] = below > 0 ? [{text: `${below} more: ${nameKeyOf('move.pageDown', state)} `, look: 'dim'}] : [];
	const keys = ([['app.back', 'back'], ['filter.edit', 'find a key'], ['focus.next', 'other screens'], ['app.command', 'command line']] as const).flatMap(([action, word]): readonly Piece[] => [{text: ` ${nameKeyOf(action, state)}`, look: 'accent'}, {text: ` ${word} `}]);
	return spreadPieces(cutPieces(keys, size.columns, glyphs.ellipsis), more, {columns: size.columns, ellipsis: glyphs.ellipsis});
}
