import {cubeSteps, readPaletteRgb, readRgb} from '../../terminal/palette.ts';
import type {Color} from '../../terminal/screen.ts';
import type {ColorLevel} from './color-level.ts';

/**
The nearest colour that a terminal has.

@returns `undefined` (the terminal's default) stays; with `mono` everything is the default.
*/
export function reduceColor(color: Color, level: ColorLevel): Color {
	if (color === undefined || level === 'truecolor') {
		return color;
	}

	if (level === 'mono') {
		return undefined;
	}

	if (level === '256') {
		return color.type === 'palette' ? color : palette(nearestOf256(color.rgb));
	}

	return color.type === 'palette' && color.index < 16 ? color : palette(nearestOf16(readRgb(color)));
}

function palette(index: number): Color {
	return {type: 'palette', index};
}

function nearestOf256(rgb: number): number {
	const {red, green, blue} = split(rgb);
	const [r, g, b] = [nearestStep(red), nearestStep(green), nearestStep(blue)];
	const grey = Math.min(23, Math.max(0, Math.round((((red + green + blue) / 3) - 8) / 10)));
	const cubeIndex = 16 + (36 * r) + (6 * g) + b;
	const greyIndex = 232 + grey;
	return distance(rgb, readPaletteRgb(greyIndex)) < distance(rgb, readPaletteRgb(cubeIndex)) ? greyIndex : cubeIndex;
}

function nearestStep(part: number): number {
	return cubeSteps.findLastIndex((step, index) => index === 0 || part >= (step + (cubeSteps[index - 1] ?? 0)) / 2);
}

function nearestOf16(rgb: number): number {
	const distances = Array.from({length: 16}, (_, index) => distance(rgb, readPaletteRgb(index)));
	return distances.indexOf(Math.min(...distances));
}

function distance(a: number, b: number): number {
	const [left, right] = [split(a), split(b)];
	return ((left.red - right.red) ** 2) + ((left.green - right.green) ** 2) + ((left.blue - right.blue) ** 2);
}

function split(rgb: number): {readonly red: number; readonly green: number; readonly blue: number} {
	return {red: rgb >> 16, green: (rgb >> 8) & 0xFF, blue: rgb & 0xFF};
}
