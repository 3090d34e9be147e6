import type {Mark, Scene} from './key-case.ts';
import {buttonRows, dialogScene, fieldRows, textRows} from './dialog-rows.ts';
import {everything} from './list-scenes.ts';
import {all, focusOn, no} from './marks.ts';
import {field} from './text-rows.ts';

const cancel = '▸[ Cancel ]';
const save = '▸[ Save ]';

/** A dialog that a key of the list of sessions opens, the focus led on by more keys. */
function onList(title: string, ...keys: readonly string[]): {readonly title: string; readonly again: readonly string[]; readonly argv: readonly string[]; readonly enter: NonNullable<Scene['enter']>} {
	return {title, again: keys, argv: [], enter: [[everything, ...keys]]};
}

/** The last button of a dialog that begins with a field. */
function cancelScene(place: string, {opened, first, other}: {readonly opened: ReturnType<typeof onList>; readonly first: Mark; readonly other: string}): Scene {
	const {title, again, argv, enter} = opened;
	return dialogScene(place, {
		argv, enter,
		home: all(title, cancel),
		rows: buttonRows({title, again, next: all(first, no(cancel)), prev: other, other, press: {shows: no(title), after: again}}),
	});
}

const tags = onList('┌ Tags of', 't');
const tagsText = dialogScene('tags text', {
	argv: [],
	enter: tags.enter,
	home: all('┌ Tags of', focusOn('Add'), field('Add', '')),
	rows: textRows({...tags, label: 'Add', next: focusOn('Take away'), prev: cancel, accept: {shows: focusOn('Take away'), after: ['shift-tab']}}),
});

const note = onList('┌ Note on', 'c');
const noteText = dialogScene('note text', {
	argv: [],
	enter: note.enter,
	home: all('┌ Note on', focusOn('Note'), field('│ Note', ''), no('needs words')),
	rows: textRows({...note, label: '│ Note', next: save, prev: cancel, accept: {shows: 'A note needs words.', after: ['x', 'backspace']}}),
});

const ascii = 'asciicast v3';
const exporting = onList('┌ Export', 'x');
const exportChoice = dialogScene('export choice', {
	argv: [],
	enter: exporting.enter,
	home: all('┌ Export', focusOn('Format'), `▸ ${ascii}`),
	rows: fieldRows({...exporting, next: focusOn('From'), prev: cancel, change: key => key === 'left' ? {shows: '▸ tlog', after: ['right']} : {shows: '▸ asciicast v2', after: ['left']}}),
});

const idle = onList('┌ Export', 'x', 'tab', 'tab', 'tab');
const exportCheckbox = dialogScene('export checkbox', {
	argv: [],
	enter: idle.enter,
	home: all('┌ Export', focusOn('Idle'), '[x] write idle'),
	rows: fieldRows({...idle, next: focusOn('Markers'), prev: focusOn('To'), change: {shows: '[ ] write idle', after: ['space']}}),
});

const reason = onList('┌ Export', 'x', 'up', 'up', 'up');
const exportText = dialogScene('export text', {
	argv: [],
	enter: reason.enter,
	home: all('┌ Export', focusOn('Reason'), field('Reason', '')),
	// The last field: what is wrong with one before is told there.
	rows: textRows({...reason, label: 'Reason', next: '▸[ Export ]', prev: focusOn('File'), accept: {
		before: ['up', 'ctrl-u', 'down'], from: all(focusOn('Reason'), field('File', '')), shows: 'Where to? A file name is needed.', after: ['x', 'backspace', 'down'],
	}}),
});

const store = onList('┌ Store', ':', ...'store', 'enter');
const storeChoice = dialogScene('store choice', {
	argv: [],
	enter: store.enter,
	home: all('┌ Store', focusOn('Store'), '▸ your own:'),
	rows: fieldRows({...store, next: focusOn('[x] open it'), prev: cancel, change: key => key === 'left' ? {shows: '▸ stay in this one', after: ['right']} : {shows: '▸ the one named below', after: ['left']}}),
});

const kept = onList('┌ Store', ...store.again, 'tab');
const storeCheckbox = dialogScene('store checkbox', {
	argv: [],
	enter: kept.enter,
	home: all('┌ Store', focusOn('[x] open it')),
	rows: fieldRows({...kept, next: focusOn('Path'), prev: focusOn('Store'), change: {shows: '[ ] open it', after: ['space']}}),
});

const address = onList('┌ Store', ...store.again, 'right', 'tab', 'tab');
const storeText = dialogScene('store text', {
	argv: [],
	enter: address.enter,
	home: all('┌ Store', focusOn('Path'), field('Path', ''), no('Which one?')),
	rows: textRows({...address, label: 'Path', next: '▸[ Open ]', prev: focusOn('[x] open it'), accept: {shows: 'Which one? Write its path or its name.', after: ['x', 'backspace']}}),
});

/** The dialogs that are asked for in the list of sessions. */
export const askScenes: readonly Scene[] = [
	tagsText,
	cancelScene('tags button', {opened: onList('┌ Tags of', 't', 'up'), first: focusOn('Add'), other: save}),
	noteText,
	cancelScene('note button', {opened: onList('┌ Note on', 'c', 'up'), first: focusOn('Note'), other: save}),
	exportChoice,
	exportCheckbox,
	exportText,
	cancelScene('export button', {opened: onList('┌ Export', 'x', 'up'), first: focusOn('Format'), other: '▸[ Export ]'}),
	storeChoice,
	storeCheckbox,
	storeText,
	cancelScene('store button', {opened: onList('┌ Store', ...store.again, 'up'), first: focusOn('Store'), other: '▸[ Open ]'}),
];
