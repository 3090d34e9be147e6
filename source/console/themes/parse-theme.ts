import {reduceColor} from '../pane/reduce-color.ts';
import type {ColorLevel} from '../pane/color-level.ts';
import type {Color} from '../../terminal/screen.ts';
import {UserError} from '../../user-error.ts';
import {meanings, themes} from '../theme.ts';
import type {Meaning, Theme} from '../theme.ts';

/**
Read a theme: a JSON object of meanings and looks, `{"accent": "cyan bold", "danger": "#ff5555"}`. Meanings left out look as in `auto`.

@param text - of the file.
@param file - its name, for error messages.
@param colors - what the terminal has; direct colours become the nearest of those.
@throws {UserError} for what is no theme.
*/
export function parseTheme(text: string, file: string, colors: ColorLevel): Theme {
	const looks = Object.entries(parseObject(text, file)).map(([meaning, look]) => {
		if (!isMeaning(meaning)) {
			throw new UserError(`${file}: no meaning "${meaning}" (known: ${meanings.join(', ')})`);
		}

		if (typeof look !== 'string') {
			throw new UserError(`${file}: "${meaning}" is ${JSON.stringify(look)}, expected words such as "cyan bold" or "#ff5555"`);
		}

		return [meaning, parseLook(look, {file, meaning, colors})] as const;
	});
	return {...themes.auto, ...Object.fromEntries(looks)};
}

type Place = {readonly file: string; readonly meaning: string; readonly colors: ColorLevel};

function parseLook(look: string, {file, meaning, colors}: Place): string {
	return look.split(/\s+/v).filter(word => word !== '').map(word => {
		const attribute = attributes[word];
		const color = readColor(word);
		if (attribute === undefined && color === undefined) {
			throw new UserError(`${file}: "${meaning}" has "${word}", expected a colour (red, bright-red, 0 to 255, #rrggbb) or ${Object.keys(attributes).join(', ')}`);
		}

		return attribute ?? printColor(reduceColor(color, colors));
	}).filter(code => code !== '').join(';');
}

const attributes: Readonly<Record<string, string>> = {bold: '1', dim: '2', italic: '3', underline: '4', inverse: '7'};
const colorNames = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

function readColor(word: string): Color {
	const hex = /^#(?<rgb>[\da-f]{6})$/iv.exec(word)?.groups?.rgb;
	if (hex !== undefined) {
		return {type: 'direct', rgb: Number.parseInt(hex, 16)};
	}

	const named = colorNames.indexOf(word.replace(/^bright-/v, ''));
	const index = named === -1 ? (/^\d{1,3}$/v.test(word) ? Number(word) : 256) : named + (word.startsWith('bright-') ? 8 : 0);
	return index < 256 ? {type: 'palette', index} : undefined;
}

/** Parameters of the sequence that sets it; empty is the terminal's own. */
function printColor(color: Color): string {
	if (color === undefined) {
		return '';
	}

	if (color.type === 'direct') {
		return `38;2;${color.rgb >> 16};${(color.rgb >> 8) & 255};${color.rgb & 255}`;
	}

	return color.index < 8 ? String(30 + color.index) : (color.index < 16 ? String(82 + color.index) : `38;5;${color.index}`);
}

function isMeaning(name: string): name is Meaning {
	return (meanings as readonly string[]).includes(name);
}

function parseObject(text: string, file: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new UserError(`${file} is not JSON: ${(error as Error).message}`); // `JSON.parse` throws nothing else.
	}

	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new UserError(`${file} must hold one JSON object`);
	}

	return value as Record<string, unknown>; // An object, as just seen.
}
