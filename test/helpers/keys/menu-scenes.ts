import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Mark, Scene} from './key-case.ts';
import {everything} from './list-scenes.ts';
import {all, no, scrollsBackBy, scrollsBy} from './marks.ts';
import {editsOf, field} from './text-rows.ts';

const views = {one: 'user:alice', two: 'user:bob', three: 'user:carol', four: 'has:gap'};

/** Keep views in a home's configuration. */
export function saveViews(home: string): void {
	const folder = path.join(home, '.config/scribery');
	mkdirSync(folder, {recursive: true});
	writeFileSync(path.join(folder, 'config.json'), JSON.stringify({views}));
}

const title = '┌ Saved views';

function chosen(name: string): Mark {
	return all(title, new RegExp(`▸ ${name} `, 'v'));
}

/** The saved views, over the wall: they have keys of their own, whatever is below. */
export const menuScene: Scene = {
	context: 'menu',
	argv: [],
	enter: [[everything, '3'], ['[3 Live', 's']],
	home: chosen('one'),
	rows: {
		'app.help': {shows: 'Help: Saved views', after: ['q']},
		'app.command': {shows: 'sort FIELD', after: ['esc']},
		'app.back': {shows: no(title), after: ['s']},
		'app.cancel': {shows: no(title), after: ['s']},
		'view.menu': {shows: no(title), after: ['s']},
		'view.use': {shows: all(no(title), 'user:alice'), after: ['esc', {see: no('user:alice')}, 's']},
		'move.down': {shows: chosen('two'), after: ['g']},
		'move.up': {before: ['G'], from: chosen('four'), shows: chosen('three'), after: ['g']},
		'move.first': {before: ['G'], from: chosen('four'), shows: chosen('one')},
		'move.last': {shows: chosen('four'), after: ['g']},
		'move.halfDown': {shows: chosen('three'), after: ['g']},
		'move.halfUp': {before: ['G'], from: chosen('four'), shows: chosen('two'), after: ['g']},
		'move.pageDown': {shows: chosen('four'), after: ['g']},
		'move.pageUp': {before: ['G'], from: chosen('four'), shows: chosen('one'), after: ['g']},
	},
};

const label = '│ /';
const body = 2;

/** Looking for a key in the help. A wide screen shows all keys at once: there is nothing to scroll. */
export function findScene({columns}: {readonly columns: number}): Scene {
	const stays = {behind: ['x'], shows: field(label, 'x'), after: ['backspace']};
	return {
		context: 'input',
		place: 'find in the help',
		argv: [],
		enter: [[everything, '?', '/']],
		home: all('Help: Sessions', field(label, '')),
		rows: {
			'app.cancel': {shows: '│ / find', after: ['/']},
			'input.accept': {before: [...'mouse'], from: 'mouse on, off', behind: ['q'], shows: no('Help:'), after: ['?', '/']},
			'input.complete': {shows: 'Help: Hits', after: ['esc', {see: '│ / find'}, 'shift-tab', '/']},
			'input.newer': columns < 110 ? {shows: scrollsBy(1, 1, body), after: ['up']} : stays,
			'input.older': columns < 110 ? {before: ['down', 'down'], shows: scrollsBackBy(1, 1, body), after: ['up']} : stays,
			'input.edit': editsOf(label),
		},
	};
}
