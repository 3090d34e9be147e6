import type {KeyAction} from '../../../source/keys/key-table.ts';
import type {Mark, RowCase, Scene, Way} from './key-case.ts';
import {no} from './marks.ts';
import {editsOf} from './text-rows.ts';

type Rows = Readonly<Partial<Record<KeyAction, RowCase>>>;

type Place = {
	readonly title: string;
	/** Keys that lead back to the place once the dialog is closed. */
	readonly again: Way;
};

/** What each dialog has where no text is typed: help, command line, the ways out. */
export function dialogRows({title, again}: Place): Rows {
	return {
		...leavingRows({title, again}),
		'app.back': {shows: no(title), after: again},
		'app.help': {shows: 'Help: Dialogs', after: ['q']},
		'app.command': {shows: 'sort FIELD', after: ['esc']},
		'data.refresh': {shows: 'There is nothing to read again here.'},
	};
}

function leavingRows({title, again}: Place): Rows {
	return {'app.cancel': {shows: no(title), after: again}};
}

type Neighbours = {
	/** What tells that the field after this one, or the one before, has the keys. */
	readonly next: Mark;
	readonly prev: Mark;
};

/** A button: the next and the previous thing, the other button, and what pressing it does. */
export function buttonRows(place: Place & Neighbours & {readonly other: Mark; readonly press: RowCase}): Rows {
	const {next, prev, other, press} = place;
	return {
		...dialogRows(place),
		'dialog.next': {shows: next, after: ['shift-tab']},
		'dialog.prev': {shows: prev, after: ['tab']},
		'dialog.change': key => ({shows: other, after: [key === 'left' ? 'right' : 'left']}),
		'dialog.do': press,
	};
}

/** A text field; `label` stands left of it. */
export function textRows(place: Place & Neighbours & {readonly label: string; readonly accept: RowCase}): Rows {
	const {next, prev, label, accept} = place;
	return {
		...leavingRows(place),
		'input.accept': accept,
		'input.complete': {shows: next, after: ['shift-tab']},
		'input.newer': {shows: next, after: ['shift-tab']},
		'input.older': {shows: prev, after: ['tab']},
		'dialog.prev': {shows: prev, after: ['tab']},
		'input.edit': editsOf(label),
	};
}

/** A choice or a checkbox. Enter goes on. */
export function fieldRows(place: Place & Neighbours & {readonly change: RowCase}): Rows {
	const {next, prev, change} = place;
	return {
		...dialogRows(place),
		'dialog.next': {shows: next, after: ['shift-tab']},
		'dialog.prev': {shows: prev, after: ['tab']},
		'dialog.change': change,
		'dialog.do': {shows: next, after: ['shift-tab']},
	};
}

/** The scene of a part of a dialog. */
export function dialogScene(place: string, scene: Omit<Scene, 'context' | 'place' | 'behind'>): Scene {
	return place.endsWith(' text') ? {context: 'input', behind: 'dialog', place, ...scene} : {context: 'dialog', place, ...scene};
}
