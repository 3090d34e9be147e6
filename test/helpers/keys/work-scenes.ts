import {execFileSync} from 'node:child_process';
import {closeSync, constants, existsSync, openSync, renameSync} from 'node:fs';
import path from 'node:path';
import {makeTemporaryFolder} from '../temporary-folder.ts';
import {buttonRows, dialogRows, dialogScene} from './dialog-rows.ts';
import type {Scene} from './key-case.ts';
import {everything} from './list-scenes.ts';
import {all, no} from './marks.ts';

/** A pipe that nobody reads: what is exported to it goes on until it is read. */
function makePipe(): {readonly file: string; readonly read: () => void} {
	const file = path.join(makeTemporaryFolder('scribery-pipe-'), 'pipe');
	execFileSync('mkfifo', [file]);
	return {
		file,
		read() {
			const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
			closeSync(handle);
		},
	};
}

const title = '┌ Jobs';
const jobs = [':', ...'jobs', 'enter'];

/** Keys that order an export, from the list of sessions. */
function exportTo(file: string): readonly string[] {
	return ['x', 'up', 'up', 'up', 'up', 'ctrl-u', ...file, 'enter', 'enter'];
}

/** The list of jobs, while one of them runs. */
export function jobsScene(): Scene {
	const {file, read} = makePipe();
	return dialogScene('jobs button', {
		argv: [],
		enter: [[everything, ...exportTo(file)], ['Exporting', ...jobs]],
		home: '▸[ Close ]',
		rows: buttonRows({title, again: jobs, next: '▸[ Cancel: Exporting', prev: '▸[ Cancel: Exporting', other: '▸[ Cancel: Exporting', press: {shows: no(title), after: jobs}}),
		// The first one asks, the second one leaves.
		quit: ['ctrl-c', {see: '┌ Work is not finished'}],
		release: read,
	});
}

const unfinished = '┌ Work is not finished';

/** Leaving while work runs. */
export function leaveScene(): Scene {
	const {file, read} = makePipe();
	const {'dialog.do': _leaving, ...rows} = buttonRows({title: unfinished, again: ['q'], next: '▸[ Cancel it and leave ]', prev: '▸[ Stay ]', other: /▸\[ (?:Cancel it and leave|Stay) \]/v, press: {shows: ''}});
	return dialogScene('leave button', {
		argv: [],
		enter: [[everything, ...exportTo(file)], ['Exporting', 'q']],
		home: '▸[ Wait, then leave ]',
		rows,
		leaves: {'dialog.do': 'Leaving once the work is done.'},
		release: read,
	});
}

const failed = '┌ Cannot read the store';
const seen = (pattern: RegExp) => ({see: pattern});

/** The store of a home is moved away: it is told, and asked for again ever later. */
export function storeFailedScene(home: string): Scene {
	const store = path.join(home, '.local/share/scribery/store.db');
	const away = `${store}.away`;
	const moveBack = (): void => {
		if (existsSync(away)) {
			renameSync(away, store);
		}
	};

	const {'app.back': _back, 'app.cancel': _cancel, 'data.refresh': _refresh, ...others} = dialogRows({title: failed, again: []});
	return dialogScene('storeFailed button', {
		argv: [],
		begin: moveBack,
		enter: [[everything, () => {
			renameSync(store, away);
		}, 'r']],
		home: '▸[ Try now ]',
		rows: {
			...others,
			'dialog.next': {shows: '▸[ Another store ]', after: ['shift-tab']},
			'dialog.prev': {shows: '▸[ Close ]', after: ['tab']},
			'dialog.change': key => ({shows: key === 'left' ? '▸[ Close ]' : '▸[ Another store ]', after: [key === 'left' ? 'right' : 'left']}),
		},
		leaves: {
			'app.back': no(failed),
			'app.cancel': no(failed),
			'dialog.do': all(no(failed), 'r retry now'),
			// Asked so often that it would not be tried again by itself for longer than is waited here.
			'data.refresh': {before: ['r', 'r', seen(/Next try in (?:[3-9]|\d\d) s/v), 'r', seen(/Next try in (?:[5-9]|\d\d) s/v), 'r', seen(/Next try in \d\d s/v), 'r', seen(/Next try in (?:2[1-9]|30) s/v)], meanwhile: moveBack, shows: 'The store answers again.'},
		},
		release: moveBack,
	});
}
