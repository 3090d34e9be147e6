import type {Style} from '../../terminal/screen.ts';

/** What a terminal draws with after `CSI 0 m`. */
export const defaultStyle: Style = {
	foreground: undefined,
	background: undefined,
	isBold: false,
	isDim: false,
	isItalic: false,
	isUnderlined: false,
	isBlinking: false,
	isInverse: false,
	isInvisible: false,
	isStruckThrough: false,
	isOverlined: false,
};
