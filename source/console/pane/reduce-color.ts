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

	return color.type === 'palette' && color.index < 16 ? color : palette(nearestOf16(rgbOf(color)));
}

function palette(index: number): Color {
	return {type: 'palette', index};
}

/** Colours 16 to 231 are a cube with these six steps a side, 232 to 255 a ramp of greys. The first 16 are the user's own and no match for anything. */
const cubeSteps = [0, 95, 135, 175, 215, 255];

/** The first 16 as xterm draws them. */
const first16 = [
	0x00_00_00,
	0xCD_00_00,
	0x00_CD_00,
	0xCD_CD_00,
	0x00_00_EE,
	0xCD_00_CD,
	0x00_CD_CD,
	0xE5_E5_E5,
	0x7F_7F_7F,
	0xFF_00_00,
	0x00_FF_00,
	0xFF_FF_00,
	0x5C_5C_FF,
	0xFF_00_FF,
	0x00_FF_FF,
	0xFF_FF_FF,
];

function nearestOf256(rgb: number): number {
	const {red, green, blue} = split(rgb);
	const [r, g, b] = [nearestStep(red), nearestStep(green), nearestStep(blue)];
	const grey = Math.min(23, Math.max(0, Math.round((((red + green + blue) / 3) - 8) / 10)));
	const cubeIndex = 16 + (36 * r) + (6 * g) + b;
	const greyIndex = 232 + grey;
	return distance(rgb, rgbOfIndex(greyIndex)) < distance(rgb, rgbOfIndex(cubeIndex)) ? greyIndex : cubeIndex;
}

function nearestStep(part: number): number {
	return cubeSteps.findLastIndex((step, index) => index === 0 || part >= (step + (cubeSteps[index - 1] ?? 0)) / 2);
}

function nearestOf16(rgb: number): number {
	const distances = first16.map(candidate => distance(rgb, candidate));
	return distances.indexOf(Math.min(...distances));
}

function rgbOf(color: NonNullable<Color>): number {
	return color.type === 'direct' ? color.rgb : rgbOfIndex(color.index);
}

function rgbOfIndex(index: number): number {
	if (index < 16) {
		return first16[index] ?? 0;
	}

	if (index >= 232) {
		return (((index - 232) * 10) + 8) * 0x01_01_01;
	}

	const cube = index - 16;
	const [red, green, blue] = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(step => cubeSteps[step] ?? 0);
	return ((red ?? 0) * 0x1_00_00) + ((green ?? 0) * 0x1_00) + (blue ?? 0);
}

function distance(a: number, b: number): number {
	const [left, right] = [split(a), split(b)];
	return ((left.red - right.red) ** 2) + ((left.green - right.green) ** 2) + ((left.blue - right.blue) ** 2);
}

function split(rgb: number): {readonly red: number; readonly green: number; readonly blue: number} {
	return {red: rgb >> 16, green: (rgb >> 8) & 0xFF, blue: rgb & 0xFF};
}
