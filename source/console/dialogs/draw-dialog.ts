import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {drawInput} from '../text/draw-input.ts';
import {cutEnd} from '../text/fit-text.ts';
import {measureText} from '../text/measure-text.ts';
import {fillPieces, measurePieces} from '../text/pieces.ts';
import type {Box} from '../text/place-box.ts';
import {wrapText} from '../text/wrap-text.ts';
import type {View} from '../view.ts';
import {previewDialog} from './answer-dialog.ts';
import type {Dialog, Field} from './dialog.ts';
import {dialogRoom, frameColumns} from './dialog-room.ts';

const leastColumns = 38;

/** The dialog in the middle of the screen, as wide as its text needs; what does not fit in height scrolls with the focus. */
export function drawDialog(view: View, dialog: Dialog): Box {
	const {state: {size}, glyphs} = view;
	const room = dialogRoom(size);
	const {lines, focused} = listLines(view, dialog, room);
	const columns = Math.min(room, Math.max(leastColumns - frameColumns, measureText(dialog.title) + 2, ...lines.map(line => measurePieces(line))));
	const shown = scroll(lines, focused, Math.max(1, size.rows - 2));
	const [topLeft, topRight, bottomLeft, bottomRight] = glyphs.corners;
	const title = ` ${cutEnd(showControls(dialog.title), columns, glyphs.ellipsis)} `;
	const edge: Piece = {text: glyphs.part, look: 'dim'};
	const rows = [
		[{text: topLeft, look: 'dim'}, {text: title, look: 'selected'}, {text: glyphs.line.repeat(columns + 2 - measureText(title)) + topRight, look: 'dim'}] satisfies Piece[],
		...shown.map((line): readonly Piece[] => [edge, {text: ' '}, ...fillPieces(line, columns, glyphs.ellipsis), {text: ' '}, edge]),
		[{text: bottomLeft + glyphs.line.repeat(columns + 2) + bottomRight, look: 'dim'}] satisfies Piece[],
	];
	return {top: Math.max(0, Math.floor((size.rows - rows.length) / 2)), left: Math.floor((size.columns - columns - frameColumns) / 2), rows};
}

type Line = readonly Piece[];

type Lines = {
	readonly lines: readonly Line[];
	/** Index of the line that has the keys. */
	readonly focused: number;
};

function listLines(view: View, dialog: Dialog, room: number): Lines {
	const {fields, errors, focus, buttons} = dialog;
	const labelCells = Math.min(16, Math.max(0, ...fields.map(({label}) => measureText(label)).map(cells => cells === 0 ? 0 : cells + 2)));
	const lines: Line[] = dialog.text.flatMap(text => wrap(text, room));
	let focused = lines.length;
	for (const [index, field] of fields.entries()) {
		const isFocused = index === focus;
		const drawn = drawField(view, field, {isFocused, labelCells, room}).map(line => line.map(piece => ({...piece, focus: index})));
		const last = lines.at(-1);
		const isJoined = field.type === 'checkbox' && field.label === '' && fields[index - 1]?.type === 'checkbox' && last !== undefined && measurePieces([...last, ...drawn[0] ?? []]) + 2 - labelCells <= room;
		if (isJoined) {
			lines[lines.length - 1] = [...last, {text: '  '}, ...(drawn[0] ?? []).slice(1)];
		} else {
			lines.push(...drawn);
		}

		focused = isFocused ? lines.length - 1 : focused;
		const error = errors[field.name];
		const indent: Piece = {text: ' '.repeat(labelCells)};
		const hint = field.type === 'text' && isFocused && error === undefined ? field.hint : undefined;
		lines.push(
			...(error === undefined ? [] : wrap(error, room - labelCells).map((line): Line => [indent, ...line.map(piece => ({...piece, look: 'danger' as const}))])),
			...(hint === undefined ? [] : wrap(hint, room - labelCells).map((line): Line => [indent, ...line.map(piece => ({...piece, look: 'dim' as const}))])),
		);
	}

	const unplaced = Object.entries(errors).filter(([name]) => fields.every(field => field.name !== name)).flatMap(([, text]) => wrap(text, room).map((line): Line => line.map(piece => ({...piece, look: 'danger' as const}))));
	lines.push(...previewDialog(view, dialog).flatMap(text => wrap(text, room)), ...unplaced);
	if (buttons.length > 0) {
		focused = focus >= fields.length ? lines.length : focused;
		lines.push(drawButtons(view, dialog));
	}

	return {lines, focused};
}

function drawField({glyphs}: View, field: Field, {isFocused, labelCells, room}: {readonly isFocused: boolean; readonly labelCells: number; readonly room: number}): readonly Line[] {
	const label: Piece = {text: cutEnd(field.label, labelCells, glyphs.ellipsis).padEnd(labelCells), look: isFocused ? 'selected' : 'text'};
	const cursor: Piece = {text: isFocused ? `${glyphs.cursor} ` : '  ', look: 'accent'};
	switch (field.type) {
		case 'text': {
			return [[label, ...(isFocused ? drawInput(scrollInput(field.input, room - labelCells - 1)) : [{text: showControls(field.input.text)}])]];
		}

		case 'checkbox': {
			return [[label, {text: `[${field.isOn ? 'x' : ' '}] ${field.text}`, look: isFocused ? 'selected' : 'text'}]];
		}

		case 'choice': {
			const chosen = field.options[field.chosen]?.text ?? '';
			const others = field.options.filter((_, index) => index !== field.chosen).map(({text}) => text).join(glyphs.isAscii ? ' | ' : ' · ');
			return [
				[label, cursor, {text: chosen, look: 'selected'}],
				...(isFocused ? wrap(others, room - labelCells - 2).map((line): Line => [{text: ' '.repeat(labelCells + 2)}, ...line.map(piece => ({...piece, look: 'dim' as const}))]) : []),
			];
		}
	}
}

function drawButtons({glyphs}: View, {buttons, fields, focus}: Dialog): Line {
	return buttons.flatMap(({text, isDestructive}, index): readonly Piece[] => {
		const isFocused = index === focus - fields.length;
		return [
			{text: isFocused ? ` ${glyphs.cursor}` : '  ', look: 'accent'},
			{text: `[ ${text} ]`, focus: fields.length + index, look: isFocused ? 'match' : (isDestructive === true ? 'danger' : 'text')},
		];
	});
}

/** Only the part of a long text that the cursor is in. */
function scrollInput(input: {readonly text: string; readonly cursor: number}, columns: number): {readonly text: string; readonly cursor: number} {
	const characters = [...input.text];
	const first = Math.max(0, input.cursor - Math.max(1, columns) + 1);
	return {text: characters.slice(first).join(''), cursor: input.cursor - first};
}

function wrap(text: string, columns: number): readonly Line[] {
	return wrapText(showControls(text), columns).map(line => [{text: line}]);
}

function scroll(lines: readonly Line[], focused: number, height: number): readonly Line[] {
	const first = Math.max(0, Math.min(focused - Math.floor(height / 2), lines.length - height));
	return lines.slice(first, first + height);
}
