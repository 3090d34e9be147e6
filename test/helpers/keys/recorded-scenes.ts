import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {makeHome, runScribery} from '../run-scribery.ts';
import type {Scene} from './key-case.ts';
import {all, changes, openRecording, no, scrollsBackBy, scrollsBy} from './marks.ts';

/** A home with a recording of a terminal larger than any of these tests': a line that fills much of it, all at once, then one below, the cursor left at the top. */
export function importLarge(): string {
	const home = makeHome();
	const file = path.join(home, 'large.jsonl');
	const output = `needle ${Array.from({length: 1900}, (_, index) => index).join(' ')}\r\nneedle below\u{1B}[H`;
	const message = {ver: '2.3', host: 'vm', rec: '1a-2b-3c', user: 'root', term: 'xterm', session: 1, id: 1, pos: 0, time: 1_795_000_000, timing: `=200x60+10>${output.length}`, in_txt: '', in_bin: [], out_txt: output, out_bin: []};
	writeFileSync(file, `${JSON.stringify(message)}\n`);
	runScribery(home, ['import', file]);
	return home;
}

const cols = /col(?:umn)?s \d+–/v;
const rowsShown = /rows \d+–/v;
const follows = ['z', {see: 'The view follows'}] as const;

/** A recording that has more than fits in the pane. */
export const largeScene: Scene = {
	context: 'player',
	argv: [],
	enter: [['1 session', 'enter'], [openRecording, 'G']],
	home: all('■', cols, rowsShown),
	rows: {
		'pane.right': {shows: changes(cols), after: follows},
		'pane.left': {before: ['l', 'l'], from: no(/col(?:umn)?s 1–/v), shows: changes(cols), after: follows},
		'pane.down': {shows: changes(rowsShown), after: follows},
		'pane.up': {before: ['j', 'j'], from: no(/rows 1–/v), shows: changes(rowsShown), after: follows},
		'pane.follow': {before: ['l'], from: no(/col(?:umn)?s 1–/v), shows: 'The view follows the cursor.'},
	},
};

export const typedScene: Scene = {
	context: 'player',
	argv: ['play', 'db1/36c2-2f80ae42'],
	enter: [['▶', '.'], ['‖', ...'8G']],
	home: all('0:08', no('t scribery:')),
	rows: {
		'typed.toggle': {shows: 't scribery:', after: ['T']},
	},
};

/** Wide screens tell milliseconds. */
function at(position: string): RegExp {
	return new RegExp(String.raw` ${position}(?:\.\d+)? / 0:33`, 'v');
}

/** A session with its audit events. */
export const auditScene: Scene = {
	context: 'player',
	argv: [],
	enter: [['1 session', 'enter'], ['▶', 'p'], ['‖', 'g'], [at('0:00'), ']', ']']],
	home: all('‖', at('0:04')),
	rows: {
		'command.next': {shows: at('0:07'), after: ['[']},
		'command.prev': {shows: at('0:02'), after: [']']},
	},
};

const body = 2;
const last = /^ Recording /mv;

export const eventScene: Scene = {
	context: 'event',
	argv: ['seen:needle'],
	enter: [['[1 Sessions]', '2'], [/1 of 1 sessions? searched/v, 'g', 'd']],
	home: all('Event 1 of 2', /^ What /mv),
	rows: {
		'app.help': {shows: 'Help: Events', after: ['q']},
		'app.command': {shows: 'sort FIELD', after: ['esc']},
		'app.back': {shows: '[2 Hits', after: ['d']},
		'app.cancel': {shows: '[2 Hits', after: ['d']},
		'app.plain': {shows: no('play here'), after: ['x', 'd']},
		'move.down': {shows: scrollsBy(1, 1, body), after: ['g']},
		'move.up': {before: ['G'], from: last, shows: scrollsBackBy(1, 1, body), after: ['g']},
		'move.first': {before: ['G'], from: last, shows: /^ What /mv},
		'move.last': {shows: last, after: ['g']},
		'move.halfDown': {shows: scrollsBy(5, 20, body), after: ['g']},
		'move.halfUp': {before: ['G'], from: last, shows: scrollsBackBy(5, 20, body), after: ['g']},
		'move.pageDown': {shows: scrollsBy(18, Infinity, body), after: ['g']},
		'move.pageUp': {before: ['G'], from: last, shows: scrollsBackBy(18, Infinity, body), after: ['g']},
		'group.next': {shows: 'Event 2 of 2', after: ['[']},
		'group.prev': {before: [']'], from: 'Event 2 of 2', shows: 'Event 1 of 2'},
		open: {shows: openRecording, after: ['q', {see: '[2 Hits'}, 'g', 'd']},
		'event.detail': {shows: '[2 Hits', after: ['d']},
		'copy.address': {shows: 'Copied address'},
		'copy.text': {shows: /Copied text|text is in/v},
	},
};
