import type {Color} from './screen.ts';

/** Colours 16 to 231 are a cube with these six steps a side, 232 to 255 a ramp of greys. */
export const cubeSteps = [0, 95, 135, 175, 215, 255];

/** The first 16 as xterm draws them; terminals differ in these. */
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

/** 0xRRGGBB of a colour that is not the terminal's default. */
export function readRgb(color: NonNullable<Color>): number {
	return color.type === 'direct' ? color.rgb : readPaletteRgb(color.index);
}

/** 0xRRGGBB of one of the 256. */
export function readPaletteRgb(index: number): number {
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
