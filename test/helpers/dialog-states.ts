import type {Purpose} from '../../source/console/dialogs/purpose.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {makeAuditState, mondayNoon} from './audit-day.ts';
import {makePlayer} from './make-player.ts';
import {makeState} from './make-state.ts';
import {keysOf, pressKeys} from './press-keys.ts';

const size = {columns: 120, rows: 40};

/** Each dialog of the console, just opened. */
export function dialogStates(): Readonly<Record<Purpose['type'], State>> {
	const list = makeAuditState(size);
	const player = makeState({size, player: makePlayer()});
	const working = command(list, 'index');
	return {
		goto: command(player, 'goto'),
		jobs: command(working, 'jobs'),
		leave: pressKeys(working, 'q').state,
		export: pressKeys(list, 'x').state,
		tags: pressKeys(list, 't').state,
		note: pressKeys(list, 'c').state,
		bookmark: pressKeys(player, 'b').state,
		store: command(list, 'store'),
		storeFailed: update(list, {type: 'checkFailed', message: 'database is locked', goodAt: mondayNoon - 2000, now: mondayNoon}).state,
	};
}

/** A dialog with the keys in each of its fields and buttons in turn. */
export function focusEach(state: State): readonly State[] {
	const {overlay} = state;
	const count = overlay?.type === 'dialog' ? overlay.fields.length + overlay.buttons.length : 0;
	return Array.from({length: count}, (_, index) => pressKeys(state, ...Array.from({length: index}, () => 'tab')).state);
}

function command(state: State, line: string): State {
	return pressKeys(state, ':', ...keysOf(line), 'enter').state;
}
