import type {Piece} from '../components/row.tsx';
import {nameKeyOf} from '../name-key-of.ts';
import type {State} from '../state.ts';
import {fillEnd} from '../text/fit-text.ts';
import {drawInput} from '../text/draw-input.ts';
import {fillPieces} from '../text/pieces.ts';
import type {Box} from '../text/place-box.ts';
import type {View} from '../view.ts';
import {findCommands} from './commands.ts';
import type {CommandRow} from './command-row.ts';
import type {PaletteState} from './palette-state.ts';

const nameCells = 24;
const keyCells = 8;
const mostRows = 10;

/** The commands that fit what is typed, in a list that ends at the last row. */
export function drawPalette({state, glyphs}: View, {input, selected}: PaletteState): Box {
	const {size} = state;
	const found = findCommands(input.text, state.recentCommands);
	const height = Math.max(1, Math.min(found.length, mostRows, size.rows - 4));
	const first = Math.max(0, Math.min(selected - height + 1, found.length - height));
	const list = found.slice(first, first + height).map((row, index) => drawRow(row, {isSelected: first + index === selected, state, cursor: glyphs.cursor}));
	const rule: readonly Piece[] = [{text: glyphs.line.repeat(size.columns), look: 'dim'}];
	const empty: readonly Piece[] = [{text: '   no such command', look: 'dim'}];
	const line: readonly Piece[] = [{text: ' :', look: 'accent'}, ...drawInput(input)];
	const rows = [rule, ...(found.length === 0 ? [empty] : list), line].map(row => fillPieces(row, size.columns, glyphs.ellipsis));
	return {top: Math.max(0, size.rows - rows.length), left: 0, rows};
}

function drawRow({name, words, key, help}: CommandRow, {isSelected, state, cursor}: {readonly isSelected: boolean; readonly state: State; readonly cursor: string}): readonly Piece[] {
	const look = isSelected ? 'selected' : 'text';
	return [
		{text: ` ${isSelected ? cursor : ' '} `},
		{text: fillEnd(`${name} ${words}`, nameCells, ''), look},
		{text: fillEnd(key === undefined ? '' : nameKeyOf(key, state), keyCells, ''), look: 'accent'},
		{text: help, look},
	];
}
