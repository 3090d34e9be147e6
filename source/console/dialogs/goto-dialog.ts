import {writePosition} from '../../format/position.ts';
import {findGoto} from '../player/find-goto.ts';
import type {PlayerState} from '../player/player-state.ts';
import type {State} from '../state.ts';
import {emptyInput} from '../text-input.ts';
import {formatInstant} from '../text/format-time.ts';
import type {Answer, Dialog} from './dialog.ts';
import {readText} from './dialog-values.ts';
import {openDialog} from './open-dialog.ts';

/** Ask where to go in the recording; what is typed is shown as a position and a wall clock time at once. */
export function openGoto(state: State): State {
	return openDialog(state, {
		purpose: {type: 'goto'},
		title: 'Go to',
		fields: [{name: 'where', label: '', type: 'text', input: emptyInput}],
		buttons: [],
	});
}

export function answerGoto(state: State, dialog: Dialog): Answer {
	const where = readText(dialog, 'where');
	const target = findTarget(state, where);
	return typeof target === 'number' ? {action: {type: 'commanded', line: `goto ${where}`}} : {errors: {where: target}};
}

/** `= 12:04.0 of 47:31, Mon 2026-11-23 10:58:22 +01:00`, and how places are written. */
export function previewGoto(state: State, dialog: Dialog): readonly string[] {
	const where = readText(dialog, 'where');
	const target = where === '' ? undefined : findTarget(state, where);
	return [typeof target === 'number' && state.player !== undefined ? describe(state.player, target, state.settings.timeZone) : '', examples];
}

const examples = '12:04   +1:30   -10s   25%   10:58:22   @10:58';

/** Where the text leads, ms; else what is wrong with it. */
function findTarget({player, settings}: State, where: string): number | string {
	if (player?.stage !== 'open') {
		return 'The recording is not open yet.';
	}

	const found = findGoto(player, where, settings.timeZone);
	return found.type === 'refused' ? found.reason : Math.max(0, Math.min(found.positionMs, player.recording.lengthMs));
}

function describe({session, recording}: PlayerState, targetMs: number, timeZone: string): string {
	const at = session.startedAt === undefined ? '' : `, ${formatInstant(session.startedAt + targetMs, timeZone)}`;
	return `= ${writePosition(targetMs)} of ${writePosition(recording.lengthMs)}${at}`;
}
