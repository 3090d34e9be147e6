import type {State, Update} from '../../state.ts';
import {isTimeZone, readTimeZone} from '../../text/format-time.ts';
import {isThemeName, themeNames} from '../../theme.ts';
import {changeSettings, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** How things are shown. */
export const viewCommands: readonly CommandRow[] = [
	{name: 'tz', words: 'utc|local|±HH:MM', key: undefined, help: 'time zone of what is shown', run: setZone},
	{name: 'theme', words: 'NAME', key: undefined, help: 'auto, dark, light, high-contrast or mono', run: setTheme},
	{name: 'glyphs', words: 'unicode|ascii', key: undefined, help: 'marks that the terminal can draw', run: setGlyphs},
];

function setZone(state: State, words: string): Update {
	const timeZone = readTimeZone(words);
	return isTimeZone(timeZone) ? changeSettings(state, {timeZone}) : refuse(state, `No time zone "${words}": utc, local, +01:00 or a name like Europe/Berlin`);
}

function setTheme(state: State, words: string): Update {
	return isThemeName(words) ? changeSettings(state, {theme: words}) : refuse(state, `theme needs one of: ${themeNames.join(', ')}`);
}

function setGlyphs(state: State, words: string): Update {
	return words === 'unicode' || words === 'ascii' ? changeSettings(state, {glyphs: words}) : refuse(state, 'glyphs needs unicode or ascii');
}
