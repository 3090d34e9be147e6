import {columnNames} from '../../sessions/columns.ts';
import type {State, Update} from '../../state.ts';
import {isTimeZone, readTimeZone} from '../../text/format-time.ts';
import {changeSettings, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** How things are shown. */
export const viewCommands: readonly CommandRow[] = [
	{name: 'tz', words: 'utc|local|±HH:MM', key: undefined, help: 'time zone of what is shown', run: setZone},
	{name: 'theme', words: 'NAME', key: undefined, help: 'auto, dark, light, high-contrast or mono', run: setTheme},
	{name: 'glyphs', words: 'unicode|ascii', key: undefined, help: 'marks that the terminal can draw', run: setGlyphs},
	{name: 'columns', words: '[LIST]', key: undefined, help: 'columns of the list, as start,user,host; without: all', run: setColumns},
	{name: 'fps', words: 'N', key: undefined, help: 'paint at most so often a second', run: setFps},
];

function setColumns(state: State, words: string): Update {
	const columns = words.toLowerCase().split(/[\s,]+/v).filter(word => word !== '');
	const unknown = columns.find(name => !columnNames.includes(name));
	return unknown === undefined ? changeSettings(state, {columns: columns.length === 0 ? undefined : columns}) : refuse(state, `No column "${unknown}": ${columnNames.join(', ')}`);
}

function setFps(state: State, words: string): Update {
	const fps = Number(words);
	return fps >= 1 && fps <= 60 ? {state: {...state, settings: {...state.settings, fps}}, effects: [{type: 'setFps', fps}]} : refuse(state, 'fps needs a number from 1 to 60: fps 10');
}

function setZone(state: State, words: string): Update {
	const timeZone = readTimeZone(words);
	return isTimeZone(timeZone) ? changeSettings(state, {timeZone}) : refuse(state, `No time zone "${words}": utc, local, +01:00 or a name like Europe/Berlin`);
}

function setTheme(state: State, words: string): Update {
	const {themes} = state.settings;
	return Object.hasOwn(themes, words) ? changeSettings(state, {theme: words}) : refuse(state, `theme needs one of: ${Object.keys(themes).join(', ')}`);
}

function setGlyphs(state: State, words: string): Update {
	return words === 'unicode' || words === 'ascii' ? changeSettings(state, {glyphs: words}) : refuse(state, 'glyphs needs unicode or ascii');
}
