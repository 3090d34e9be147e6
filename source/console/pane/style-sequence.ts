import type {Color, Style} from '../../terminal/screen.ts';
import type {ColorLevel} from './color-level.ts';
import {reduceColor} from './reduce-color.ts';

/**
The SGR sequence that sets a style whatever was set before: `ESC [ 0 ; … m`.

With `mono` only bold, inverse and underline are left, as the themes have it; invisible text is blanked by `paintRow` then.

@param style - as recorded.
@param level - colours that the terminal does not have become their nearest.
@param isDimmed - the whole pane is dim, because what it shows is uncertain or on its way.
*/
export function styleSequence(style: Style, level: ColorLevel, isDimmed: boolean): string {
	const codes = level === 'mono' ? monoCodes(style) : attributeCodes(style, isDimmed) + colorCodes(reduceColor(style.foreground, level), 30) + colorCodes(reduceColor(style.background, level), 40);
	return `\u{1B}[0${codes}m`;
}

function monoCodes(style: Style): string {
	return (style.isBold ? ';1' : '') + (style.isUnderlined ? ';4' : '') + (style.isInverse ? ';7' : '');
}

function attributeCodes(style: Style, isDimmed: boolean): string {
	let codes = '';
	codes += style.isBold ? ';1' : '';
	codes += isDimmed || style.isDim ? ';2' : '';
	codes += style.isItalic ? ';3' : '';
	codes += style.isUnderlined ? ';4' : '';
	codes += style.isBlinking ? ';5' : '';
	codes += style.isInverse ? ';7' : '';
	codes += style.isInvisible ? ';8' : '';
	codes += style.isStruckThrough ? ';9' : '';
	codes += style.isOverlined ? ';53' : '';
	return codes;
}

/** Base 30 is for the text, 40 for what is behind it. */
function colorCodes(color: Color, base: 30 | 40): string {
	if (color === undefined) {
		return '';
	}

	if (color.type === 'direct') {
		const {rgb} = color;
		return `;${base + 8};2;${rgb >> 16};${(rgb >> 8) & 0xFF};${rgb & 0xFF}`;
	}

	const {index} = color;
	if (index < 8) {
		return `;${base + index}`;
	}

	return index < 16 ? `;${base + 52 + index}` : `;${base + 8};5;${index}`;
}
