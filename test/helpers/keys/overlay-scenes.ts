import {everything} from './list-scenes.ts';
import type {KeyCase, Scene} from './key-case.ts';
import {all, cursorAt, no, scrollsBackBy, scrollsBy} from './marks.ts';

const typed = [...'ab cd'];
const box = 3; // Column behind ` / `.
const edits: Readonly<Record<string, {readonly isFromHome: boolean; readonly at: number; readonly after: readonly string[]}>> = {
	left: {isFromHome: false, at: box + 4, after: ['end', 'ctrl-u']},
	right: {isFromHome: true, at: box + 1, after: ['end', 'ctrl-u']},
	home: {isFromHome: false, at: box, after: ['end', 'ctrl-u']},
	end: {isFromHome: true, at: box + 5, after: ['ctrl-u']},
	'ctrl-a': {isFromHome: false, at: box, after: ['end', 'ctrl-u']},
	'ctrl-e': {isFromHome: true, at: box + 5, after: ['ctrl-u']},
	'ctrl-w': {isFromHome: false, at: box + 3, after: ['ctrl-u']},
	'ctrl-u': {isFromHome: false, at: box, after: []},
	backspace: {isFromHome: false, at: box + 4, after: ['ctrl-u']},
};

export const inputScene: Scene = {
	context: 'input',
	argv: [],
	enter: [[everything, '/']],
	home: all('Esc as before', cursorAt(box)),
	rows: {
		'app.cancel': {shows: no('Esc as before'), after: ['/']},
		'input.accept': {before: [...'frank'], from: cursorAt(box + 5), shows: no('Esc as before'), after: ['/', 'ctrl-u']},
		'input.complete': {before: [...'us'], from: cursorAt(box + 2), shows: '/ user:', after: ['ctrl-u']},
		'input.older': {shows: '/ frank', after: ['ctrl-u', 'down']},
		'input.newer': {before: ['up'], from: '/ frank', shows: no('/ frank')},
		'input.edit'(key) {
			if (key === 'ctrl-k' || key === 'delete') {
				return {before: [...typed, 'home'], from: all('/ ab cd', cursorAt(box)), shows: no('/ ab cd'), after: key === 'delete' ? ['ctrl-k'] : []};
			}

			const {isFromHome = false, at = 0, after = []} = edits[key] ?? {};
			return {before: [...typed, ...isFromHome ? ['home'] : []], from: all('/ ab cd', cursorAt(isFromHome ? box : box + 5)), shows: cursorAt(at), after};
		},
	},
};

const body = 2;

/** The page of keys; on a wide screen it is shown whole, and cannot be scrolled. */
export const helpScene = ({columns}: {readonly columns: number}): Scene => ({
	context: 'help',
	argv: [],
	enter: [[everything, '?']],
	home: all('Help: Sessions', '│ / find', /^ {2}LIST/mv),
	rows: {
		'app.help': {shows: no('Help:'), after: ['?']},
		'app.command': {shows: 'sort FIELD', after: ['esc', '?']},
		'app.back': {shows: no('Help:'), after: ['?']},
		'app.cancel': {shows: no('Help:'), after: ['?']},
		'app.plain': {shows: no('other screens'), after: ['x', '?']},
		'focus.next': {shows: 'Help: Hits', after: ['shift-tab']},
		'focus.prev': {shows: 'Help: Dialogs', after: ['tab']},
		'move.down': {shows: scrollsBy(1, 1, body), after: ['g']},
		'move.up': {before: ['G'], from: no(' more: '), shows: scrollsBackBy(1, 1, body), after: ['g']},
		'move.first': {before: ['G'], from: no(' more: '), shows: ' more: '},
		'move.last': {shows: no(' more: '), after: ['g']},
		'move.halfDown': {shows: scrollsBy(2, 12, body), after: ['g']},
		'move.halfUp': {before: ['G'], from: no(' more: '), shows: scrollsBackBy(2, 12, body), after: ['j', 'g']},
		'move.pageDown': {shows: scrollsBy(2, Infinity, body), after: ['g']},
		'move.pageUp': {before: ['G'], from: no(' more: '), shows: scrollsBackBy(2, Infinity, body), after: ['j', 'g']},
		'filter.edit': {shows: no('│ / find'), after: ['esc']},
		...columns >= 110 && staying,
	},
});

/** Nothing is hidden: the page stays, and other keys still work. */
const stays: KeyCase = {behind: ['tab'], shows: 'Help: Hits', after: ['shift-tab']};
const staying = Object.fromEntries((['down', 'up', 'first', 'last', 'halfDown', 'halfUp', 'pageDown', 'pageUp'] as const).map(move => [`move.${move}`, stays]));
