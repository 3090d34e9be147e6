import type {Color, Style} from './screen.ts';

// How @xterm/headless packs colours and attributes into a foreground and a background number.
const colorMask = 0xFF_FF_FF;
const paletteMask = 0xFF;
const modeMask = 0x3_00_00_00;
const modePalette = 0x2_00_00_00; // Colours 0–15 may also be packed as one of 16; they look the same.
const modeDirect = 0x3_00_00_00;
const inverse = 0x4_00_00_00;
const bold = 0x8_00_00_00;
const underline = 0x10_00_00_00;
const blink = 0x20_00_00_00;
const invisible = 0x40_00_00_00;
const struckThrough = 0x80_00_00_00;
const italic = 0x4_00_00_00;
const dim = 0x8_00_00_00;
const guarded = 0x20_00_00_00;
const overline = 0x40_00_00_00;
const extended = 0x10_00_00_00;

const mostStyles = 4096; // A recording may use 2⁴⁸ pairs of direct colours; the cache then starts anew.
let styles = new Map<number, Map<number, Style>>();
let styleCount = 0;

/** The style of a cell's numbers. Cells that look alike have the same object while the cache holds. */
export function readStyle(packedForeground: number, packedBackground: number): Style {
	const foreground = normalizeForeground(packedForeground);
	const background = normalizeBackground(packedBackground) & ~guarded;
	if (foreground === 0 && background === 0) {
		return plainStyle;
	}

	const known = styles.get(foreground)?.get(background);
	if (known !== undefined) {
		return known;
	}

	if (styleCount >= mostStyles) {
		styles = new Map();
		styleCount = 0;
	}

	const style = makeStyle(foreground, background);
	const sameForeground = styles.get(foreground) ?? new Map<number, Style>();
	styles.set(foreground, sameForeground.set(background, style));
	styleCount++;
	return style;
}

/** What is visible of a cell's numbers, and whether it is protected: remains of earlier colours and the underline's kind are cut. */
export function normalizeForeground(foreground: number): number {
	return (normalizeColor(foreground) | (foreground & ~(modeMask | colorMask))) >>> 0;
}

export function normalizeBackground(background: number): number {
	return (normalizeColor(background) | (background & ~(modeMask | colorMask | extended))) >>> 0;
}

/** The background's colour without its attributes: all that a cell without a character shows. */
export function readBackgroundColor(background: number): number {
	return normalizeColor(background);
}

/** The escape sequence that sets these numbers, whatever was set before. */
export function printStyle(foreground: number, background: number): string {
	const attributes = [
		(foreground & bold) === 0 ? '' : ';1',
		(background & dim) === 0 ? '' : ';2',
		(background & italic) === 0 ? '' : ';3',
		(foreground & underline) === 0 ? '' : ';4',
		(foreground & blink) === 0 ? '' : ';5',
		(foreground & inverse) === 0 ? '' : ';7',
		(foreground & invisible) === 0 ? '' : ';8',
		(foreground & struckThrough) === 0 ? '' : ';9',
		(background & overline) === 0 ? '' : ';53',
		printColor(38, foreground),
		printColor(48, background),
	];
	return `\u{1B}[0${attributes.join('')}m${(background & guarded) === 0 ? '' : '\u{1B}[1"q'}`;
}

export const plainStyle = makeStyle(0, 0);

function makeStyle(foreground: number, background: number): Style {
	return {
		foreground: readColor(foreground),
		background: readColor(background),
		isBold: (foreground & bold) !== 0,
		isDim: (background & dim) !== 0,
		isItalic: (background & italic) !== 0,
		isUnderlined: (foreground & underline) !== 0,
		isBlinking: (foreground & blink) !== 0,
		isInverse: (foreground & inverse) !== 0,
		isInvisible: (foreground & invisible) !== 0,
		isStruckThrough: (foreground & struckThrough) !== 0,
		isOverlined: (background & overline) !== 0,
	};
}

function readColor(packed: number): Color {
	const mode = packed & modeMask;
	if (mode === 0) {
		return undefined;
	}

	return mode === modeDirect ? {type: 'direct', rgb: packed & colorMask} : {type: 'palette', index: packed & paletteMask};
}

function normalizeColor(packed: number): number {
	const mode = packed & modeMask;
	if (mode === 0) {
		return 0;
	}

	return mode === modeDirect ? packed & (modeMask | colorMask) : modePalette | (packed & paletteMask);
}

function printColor(target: 38 | 48, packed: number): string {
	const color = readColor(packed);
	if (color === undefined) {
		return '';
	}

	return color.type === 'palette' ? `;${target};5;${color.index}` : `;${target};2;${color.rgb >> 16};${(color.rgb >> 8) & 0xFF};${color.rgb & 0xFF}`;
}
