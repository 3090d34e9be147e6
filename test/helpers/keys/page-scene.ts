import path from 'node:path';
import {systemClock} from '../../../source/clock.ts';
import {openStore} from '../../../source/store/open-store.ts';
import type {Scene} from './key-case.ts';
import {everything} from './list-scenes.ts';
import {all, no, scrollsBackBy, scrollsBy} from './marks.ts';

const entries = 90;

/** An access log that fills more than two screens of these tests. */
export async function fillLog(home: string): Promise<void> {
	const store = await openStore(path.join(home, '.local/share/scribery/store.db'), {mode: 'write', clock: systemClock});
	for (let index = 0; index < entries; index++) {
		await store.addAccess({at: systemClock.now(), who: 'dora', action: 'list', what: `look ${index}`, detail: ''});
	}

	await store.close();
}

const title = 'Access log of';
const open = [':', ...'log', 'enter'];
const body = 1;
const leaves = {shows: no(title), after: open};
const first = / list {2}\S.*\n(?:.*\n)+ +\d+ more below/v;

/** A page of text: it scrolls, and any other key leads back from it. */
export const pageScene: Scene = {
	context: 'help',
	place: 'page',
	argv: [],
	enter: [[everything, ...open]],
	home: all(title, first),
	rows: {
		'app.help': leaves,
		'app.command': leaves,
		'app.back': leaves,
		'app.cancel': leaves,
		'app.plain': leaves,
		'focus.next': leaves,
		'focus.prev': leaves,
		'filter.edit': leaves,
		'move.down': {shows: scrollsBy(1, 1, body), after: ['g']},
		'move.up': {before: ['j', 'j'], shows: scrollsBackBy(1, 1, body), after: ['g']},
		'move.first': {before: ['G'], from: no(' more below'), shows: ' more below'},
		'move.last': {shows: no(' more below'), after: ['g']},
		'move.halfDown': {shows: scrollsBy(10, 20, body), after: ['g']},
		'move.halfUp': {before: ['G'], from: no(' more below'), shows: scrollsBackBy(10, 20, body), after: ['g']},
		'move.pageDown': {shows: scrollsBy(20, Infinity, body), after: ['g']},
		'move.pageUp': {before: ['G'], from: no(' more below'), shows: scrollsBackBy(20, Infinity, body), after: ['g']},
	},
};
