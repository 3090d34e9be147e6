import {commandInPlayer, leavePlayer} from '../player/update-player.ts';
import type {SortField} from '../../store/store.ts';
import {filterBy, sortBy, doInSessions} from '../sessions/do-in-sessions.ts';
import type {Settings, State, Update} from '../state.ts';
import {isTimeZone, readTimeZone} from '../text/format-time.ts';
import {isThemeName, themeNames} from '../theme.ts';
import {openHelp} from '../help/update-help.ts';
import {commandRows} from './commands.ts';
import type {CommandName} from './commands.ts';
import {writeCli} from './write-cli.ts';

/**
Do what a line of the palette says.

@param state - the present one, the palette closed.
@param line - without the colon, e.g. `sort length desc`.
*/
export function runCommand(state: State, line: string): Update {
	const [name = '', ...words] = line.trim().split(/ +/v);
	const row = commandRows.find(command => command.name === name);
	if (row !== undefined) {
		return run(state, row.name, words.join(' '));
	}

	if (/^[+\-@]?\d/v.test(name)) {
		return run(state, 'goto', line.trim());
	}

	return name === '' ? {state, effects: []} : refuse(state, `No command "${name}". Tab completes, Esc closes.`);
}

function run(state: State, name: CommandName, words: string): Update {
	switch (name) {
		case 'sessions': {
			return onList(state, list => filterBy(list, words));
		}

		case 'play': {
			return words === '' ? refuse(state, 'play needs an address: play HOST/REC[@TIME]') : {state, effects: [{type: 'find', address: words}]};
		}

		case 'goto': {
			return words === '' ? refuse(state, 'goto needs a time: goto 12:04') : inPlayer(state, () => commandInPlayer(state, {type: 'goto', text: words}));
		}

		case 'speed': {
			const factor = Number(words);
			return factor >= 0.01 && factor <= 64 ? inPlayer(state, () => commandInPlayer(state, {type: 'speed', factor})) : refuse(state, 'speed needs a number from 0.01 to 64: speed 3');
		}

		case 'idle': {
			return setIdle(state, words);
		}

		case 'follow': {
			return inPlayer(state, () => commandInPlayer(state, {type: 'follow'}));
		}

		case 'sort': {
			return sort(state, words);
		}

		case 'user':
		case 'host': {
			return words === '' ? refuse(state, `${name} needs a name: ${name} ${name === 'user' ? 'alice' : 'web1'}`) : onList(state, list => filterBy(list, `${name}:${/[\s"\(\),]/v.test(words) ? JSON.stringify(words) : words}`));
		}

		case 'gaps': {
			return onList(state, list => doInSessions(list, 'filter.problems'));
		}

		case 'tz': {
			return setZone(state, words);
		}

		case 'theme': {
			return isThemeName(words) ? set(state, {theme: words}) : refuse(state, `theme needs one of: ${themeNames.join(', ')}`);
		}

		case 'glyphs': {
			return words === 'unicode' || words === 'ascii' ? set(state, {glyphs: words}) : refuse(state, 'glyphs needs unicode or ascii');
		}

		case 'cli': {
			const command = writeCli(state);
			return {state: {...state, notice: {text: command, isError: false}}, effects: [{type: 'copy', text: command, what: command}]};
		}

		case 'store': {
			return words === '' ? refuse(state, 'store needs an address: a path, or a name of the configuration') : onList(state, list => ({state: list, effects: [{type: 'openStore', address: words}]}));
		}

		case 'help': {
			return {state: openHelp(state), effects: []};
		}

		case 'quit': {
			return {state, effects: [{type: 'exit', code: 0}]};
		}

		default: {
			return name satisfies never;
		}
	}
}

/** Commands of the list work from the player too: they lead to the list. */
function onList(state: State, command: (list: State) => Update): Update {
	const left = leavePlayer(state);
	const done = command(left.state);
	return {state: done.state, effects: [...left.effects, ...done.effects]};
}

function inPlayer(state: State, command: () => Update): Update {
	return state.screen === 'player' ? command() : refuse(state, 'Nothing is being played: open a session first.');
}

function setIdle(state: State, words: string): Update {
	const limitMs = words === 'off' ? undefined : Number(words) * 1000;
	const isGood = limitMs === undefined || (words !== '' && limitMs > 0);
	return isGood ? inPlayer(state, () => commandInPlayer(state, {type: 'idle', limitMs})) : refuse(state, 'idle needs off or a number of seconds: idle 2');
}

function sort(state: State, words: string): Update {
	const [field = '', order, ...rest] = words.split(' ');
	const isGood = sortNames.has(field) && rest.length === 0 && [undefined, 'asc', 'desc'].includes(order);
	return isGood ? onList(state, list => sortBy(list, field as SortField, order === undefined ? undefined : order === 'desc')) : refuse(state, `sort needs one of: ${[...sortNames].join(', ')}; then perhaps desc`);
}

const sortNames: ReadonlySet<string> = new Set(['start', 'length', 'user', 'host', 'size']);

function setZone(state: State, words: string): Update {
	const timeZone = readTimeZone(words);
	return isTimeZone(timeZone) ? set(state, {timeZone}) : refuse(state, `No time zone "${words}": utc, local, +01:00 or a name like Europe/Berlin`);
}

function set(state: State, settings: Partial<Settings>): Update {
	return {state: {...state, settings: {...state.settings, ...settings}}, effects: []};
}

function refuse(state: State, text: string): Update {
	return {state: {...state, notice: {text, isError: true}}, effects: []};
}
