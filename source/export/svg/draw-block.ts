import {cellSize} from './cell-size.ts';

/** A rectangle in parts of a cell. */
type Part = {readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly opacity?: number};

/**
Draw a block or line character as rectangles: cells of a picture must join without the gaps that fonts leave.

@param character - what stands in the cell.
@param left - of the cell, in units of the picture.
@param top - likewise.
@returns Path data for the cell; `undefined` for what a font draws well.
*/
export function drawBlock(character: string, left: number, top: number): {readonly path: string; readonly opacity: number} | undefined {
	const parts = readParts(character);
	return parts === undefined
		? undefined
		: {
			path: parts.map(({x, y, width, height}) => `M${round(left + (x * cellSize.width))} ${round(top + (y * cellSize.height))}h${round(width * cellSize.width)}v${round(height * cellSize.height)}h${round(-width * cellSize.width)}z`).join(''),
			opacity: parts[0]?.opacity ?? 1,
		};
}

function readParts(character: string): readonly Part[] | undefined {
	const code = character.codePointAt(0) ?? 0;
	if (code >= 0x25_81 && code <= 0x25_88) { // ▁ to █, by eighths from below.
		const height = (code - 0x25_80) / 8;
		return [{x: 0, y: 1 - height, width: 1, height}];
	}

	if (code >= 0x25_89 && code <= 0x25_8F) { // ▉ to ▏, by eighths from the left.
		return [{x: 0, y: 0, width: (0x25_90 - code) / 8, height: 1}];
	}

	const arms = lines[character];
	return arms === undefined ? blocks[character] : drawArms(arms);
}

const blocks: Readonly<Record<string, readonly Part[]>> = {
	'▀': [{x: 0, y: 0, width: 1, height: 0.5}],
	'▐': [{x: 0.5, y: 0, width: 0.5, height: 1}],
	'▔': [{x: 0, y: 0, width: 1, height: 0.125}],
	'▕': [{x: 0.875, y: 0, width: 0.125, height: 1}],
	'░': [{x: 0, y: 0, width: 1, height: 1, opacity: 0.25}],
	'▒': [{x: 0, y: 0, width: 1, height: 1, opacity: 0.5}],
	'▓': [{x: 0, y: 0, width: 1, height: 1, opacity: 0.75}],
};

/** Which way the lines of a box character go: left, right, up, down. */
const lines: Readonly<Record<string, string>> = {
	'─': 'lr', '│': 'ud', '┌': 'rd', '┐': 'ld', '└': 'ru', '┘': 'lu', '├': 'rud', '┤': 'lud', '┬': 'lrd', '┴': 'lru', '┼': 'lrud', '╭': 'rd', '╮': 'ld', '╰': 'ru', '╯': 'lu', '╴': 'l', '╶': 'r', '╵': 'u', '╷': 'd',
};

const lineWidth = 1 / cellSize.width;
const lineHeight = 1 / cellSize.height;
const x = 0.5 - (lineWidth / 2);
const y = 0.5 - (lineHeight / 2);

function drawArms(arms: string): readonly Part[] {
	const from = {x: arms.includes('l') ? 0 : x, y: arms.includes('u') ? 0 : y};
	const until = {x: arms.includes('r') ? 1 : x + lineWidth, y: arms.includes('d') ? 1 : y + lineHeight};
	return [
		...(/[lr]/v.test(arms) ? [{x: from.x, y, width: until.x - from.x, height: lineHeight}] : []),
		...(/[du]/v.test(arms) ? [{x, y: from.y, width: lineWidth, height: until.y - from.y}] : []),
	];
}

function round(units: number): number {
	return Math.round(units * 100) / 100;
}
