import {findAction} from '../../keys/find-action.ts';
import {findUnder} from '../find-under.ts';
import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';
import {editText, emptyInput, inputOf, insertText} from '../text-input.ts';
import type {TextInput} from '../text-input.ts';
import {openPlayer} from '../player/open-player.ts';
import {startSessions} from '../sessions/update-sessions.ts';
import {initialFacets} from '../facets/facets-state.ts';
import {initialHits} from '../hits/hits-state.ts';
import {initialWall} from '../wall/wall-state.ts';
import {initialSessions} from '../sessions/sessions-state.ts';
import {onList} from './answers.ts';
import {findCommands, findLastWords} from './commands.ts';
import type {PaletteAction} from './palette-action.ts';
import type {PaletteState} from './palette-state.ts';
import {runCommand} from './run-command.ts';

export function openPalette(state: State): State {
	return {...state, overlay: {type: 'palette', input: emptyInput, selected: 0, under: findUnder(state)}};
}

/** What a key does in the palette. */
export function pressInPalette(state: State, palette: PaletteState, press: Press): Update {
	const found = findCommands(palette.input.text, state.recentCommands);
	const action = findAction(['input'], press.key, state.settings.keys);
	switch (action) {
		case undefined: {
			return press.text === '' ? {state, effects: []} : type(state, palette, insertText(palette.input, press.text));
		}

		case 'input.edit': {
			const isEmptied = press.key === 'backspace' && palette.input.text === '';
			return isEmptied ? {state: leave(state, palette), effects: []} : type(state, palette, editText(palette.input, press.key));
		}

		case 'input.older':
		case 'input.newer': {
			const selected = palette.selected + (action === 'input.newer' ? 1 : -1);
			return {state: {...state, overlay: {...palette, type: 'palette', selected: Math.max(0, Math.min(found.length - 1, selected))}}, effects: []};
		}

		case 'input.complete': {
			return type(state, palette, complete(state, palette));
		}

		case 'input.accept': {
			return accept(state, palette);
		}

		case 'app.cancel': {
			return {state: leave(state, palette), effects: []};
		}

		default: {
			return {state, effects: []};
		}
	}
}

/** Put pasted text in at the cursor. */
export function pasteIntoPalette(state: State, palette: PaletteState, text: string): Update {
	return type(state, palette, insertText(palette.input, text.replaceAll(/[\t\n\r]+/gv, ' ')));
}

/** What an answer from outside does. */
export function updatePalette(state: State, action: PaletteAction): Update {
	switch (action.type) {
		case 'found': {
			return openPlayer(state, action.session, action.positionMs);
		}

		case 'storeWanted': {
			const {address, isKept, recordings} = action;
			return onList(state, list => ({state: list, effects: [{type: 'openStore', address, isKept, recordings}]}));
		}

		case 'storeOpened': {
			return startSessions({...state, screen: 'sessions', list: 'sessions', store: {...state.store, name: action.name, isDemo: false, isChosen: true, isOpen: true}, sessions: initialSessions, hits: initialHits, wall: initialWall, facets: initialFacets});
		}

		default: {
			return action satisfies never;
		}
	}
}

function type(state: State, palette: PaletteState, input: TextInput): Update {
	return {state: {...state, overlay: {...palette, type: 'palette', input, selected: 0}}, effects: []};
}

/** The chosen command's name in place of what was typed of it; without words, those it was run with last. */
function complete({recentCommands}: State, {input, selected}: PaletteState): TextInput {
	const row = findCommands(input.text, recentCommands)[selected];
	const typed = input.text.trim().split(' ').slice(1).join(' ');
	const words = typed === '' && row !== undefined ? findLastWords(row.name, recentCommands) : typed;
	return row === undefined ? input : inputOf(`${row.name} ${words}`);
}

/** Run what is typed; a name cut short, or none, means the chosen row. One that needs words is completed first. */
function accept(state: State, palette: PaletteState): Update {
	const row = findCommands(palette.input.text, state.recentCommands)[palette.selected];
	const [typed = '', ...words] = palette.input.text.trim().split(' ');
	const isTime = /^[+\-@]?\d/v.test(typed);
	if (row === undefined || isTime) {
		return run(state, palette.input.text);
	}

	const isNeedsWords = row.words !== '' && !row.words.startsWith('[') && words.length === 0;
	return isNeedsWords ? type(state, palette, complete(state, palette)) : run(state, [row.name, ...words].join(' '));
}

/** Lines are remembered, also wrong ones: they are to be mended. */
function run(state: State, text: string): Update {
	const line = text.trim();
	const recentCommands = line === '' ? state.recentCommands : [line, ...state.recentCommands.filter(other => other !== line)].slice(0, mostRecent);
	return runCommand({...close(state), recentCommands}, line);
}

const mostRecent = 50;

/** What was under it is back. */
function leave(state: State, {under}: PaletteState): State {
	return {...state, overlay: under};
}

function close(state: State): State {
	return {...state, overlay: undefined};
}
