import type {Scene} from './key-case.ts';
import {buttonRows, dialogScene, textRows} from './dialog-rows.ts';
import {all, changes, cursorAt, focusOn, no} from './marks.ts';
import {open, paused, to30} from './player-scenes.ts';
import {editsOf, field} from './text-rows.ts';

const argv = ['host:db1 user:frank'];
const cancel = '▸[ Cancel ]';
const title = '┌ Bookmark at';

const bookmarkText = dialogScene('bookmark text', {
	argv,
	enter: [...open, [paused, 'b']],
	home: all(title, focusOn('Words'), field('Words', ''), no('Set by')),
	rows: textRows({
		title, again: ['b'], label: 'Words', next: '▸[ Save ]', prev: cancel,
		accept: {shows: 'Bookmark added.', after: ['b', {see: 'Set by'}, 'tab', 'tab', 'enter', {see: 'Bookmark removed.'}, 'b']},
	}),
});

const again = ['b', 'up'];
const bookmarkButton = dialogScene('bookmark button', {
	argv,
	enter: [...open, [paused, ...again]],
	home: all(title, cancel),
	rows: buttonRows({title, again, next: focusOn('Words'), prev: '▸[ Save ]', other: '▸[ Save ]', press: {shows: no(title), after: again}}),
});

const box = '│';
const goto = '┌ Go to';
const asked = [':', ...'goto', 'enter'];
/** One field and no button: there is nothing to go to, and what is typed next goes where it went before. */
const stays = {behind: ['7'], shows: field(box, '7'), after: ['backspace']};

const gotoText = dialogScene('goto text', {
	argv,
	enter: [...open, [paused, ...asked]],
	home: all(goto, field(box, ''), no('No position')),
	rows: {
		'app.cancel': {shows: no(goto), after: asked},
		'input.accept': {before: [...'12'], from: '= 0:12 of', shows: all(no(goto), /‖ 1× {2}0:12/v), after: [...to30, {see: paused}, ...asked]},
		'input.complete': stays,
		'input.older': stays,
		'input.newer': stays,
		'dialog.prev': stays,
		'input.edit': editsOf(box),
	},
});

const label = ' / ';
const told = 'searches this recording';

/** The search of the recording that is played. */
const searchText: Scene = {
	context: 'input',
	place: 'search of the player',
	argv,
	enter: [...open, [paused, '/']],
	home: all(told, cursorAt(label.length)),
	rows: {
		'app.cancel': {shows: no(told), after: ['/']},
		'input.accept': {before: [...'frank'], from: field(label, 'frank'), shows: all(no(told), /hit \d+\//v), after: ['/', 'ctrl-u']},
		'input.complete': {before: [...'us'], from: field(label, 'us'), shows: field(label, 'user:'), after: ['ctrl-u']},
		'input.older': {shows: field(label, 'frank'), after: ['down']},
		'input.newer': {before: ['up'], from: field(label, 'frank'), shows: all(told, cursorAt(label.length))},
		'input.edit': editsOf(label),
	},
};

const line = ' :';
const commands = 'sort FIELD';
const chosen = /^ ▸ \S+/mv;

/** The command line, over the player. */
const palette: Scene = {
	context: 'input',
	place: 'command line',
	argv,
	enter: [...open, [paused, ':']],
	home: all(commands, field(line, '')),
	rows: {
		'app.cancel': {shows: no(commands), after: [':']},
		'input.accept': {before: [...'speed 2'], from: field(line, 'speed 2'), shows: '‖ 2×', after: ['backspace', {see: paused}, ':']},
		'input.complete': {before: [...'sor'], from: field(line, 'sor'), shows: field(line, 'sort'), after: ['ctrl-u']},
		'input.newer': {shows: changes(chosen), after: ['up']},
		'input.older': {before: ['down'], from: commands, shows: changes(chosen)},
		'input.edit': editsOf(line),
	},
};

/** The dialogs and text fields of the player. */
export const playerAskScenes: readonly Scene[] = [bookmarkText, bookmarkButton, gotoText, searchText, palette];
