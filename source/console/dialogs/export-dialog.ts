import {fileNameOf} from '../../export/file-name-of.ts';
import {formats} from '../../export/formats.ts';
import {writePosition, parsePosition} from '../../format/position.ts';
import {parseAddress, printPosition} from '../../store/address.ts';
import type {ExportRequest} from '../jobs/job.ts';
import type {State} from '../state.ts';
import type {Target} from '../target.ts';
import {emptyInput, inputOf} from '../text-input.ts';
import {formatBytes} from '../text/format-size.ts';
import {cancelButton} from './dialog.ts';
import type {Answer, Dialog, Field, Option} from './dialog.ts';
import {isChecked, readChoice, readText} from './dialog-values.ts';
import {nameTargets} from './note-dialogs.ts';
import {openDialog} from './open-dialog.ts';
import type {Purpose} from './purpose.ts';

const formatOptions: readonly Option[] = Object.keys(formats).map(value => ({value, text: value.replace('-', ' ')}));

/** Ask how and where recordings are to be exported. One recording can be exported in part; several go whole into a folder. */
export function openExport(state: State, targets: readonly Target[]): State {
	const [first] = targets;
	const isOne = targets.length === 1 && first !== undefined;
	return openDialog(state, {
		purpose: {type: 'export', targets},
		title: `Export ${nameTargets(targets)}`,
		fields: [
			{name: 'format', label: 'Format', type: 'choice', options: formatOptions, chosen: 0},
			...(isOne ? rangeFields(state, first) : []),
			{name: 'idle', label: 'Idle', type: 'checkbox', isOn: true, text: `write idle_time_limit ${state.settings.idleLimitMs / 1000} s`},
			{name: 'gaps', label: 'Markers', type: 'checkbox', isOn: true, text: 'gaps'},
			{name: 'bookmarks', label: '', type: 'checkbox', isOn: false, text: 'bookmarks'},
			{name: 'file', label: isOne ? 'File' : 'Folder', type: 'text', input: inputOf(isOne ? nameFile(first, formatOptions[0]?.value ?? '') : '.')},
			{name: 'reason', label: 'Reason', type: 'text', input: emptyInput},
		],
		buttons: [{text: 'Export', action: undefined}, cancelButton],
	});
}

/** The loop of the player, where there is one, is the range offered. */
function rangeFields({player, screen}: State, {lengthMs}: Target): readonly Field[] {
	const loop = screen === 'player' && typeof player?.loop === 'object' && player.loop.untilMs !== undefined ? player.loop : undefined;
	return [
		{name: 'from', label: 'From', type: 'text', input: inputOf('0:00')},
		{name: 'until', label: 'To', type: 'text', input: inputOf(writePosition(lengthMs)), hint: 'positions such as 12:04'},
		...(loop === undefined ? [] : [{name: 'loop', label: 'Loop', type: 'checkbox', isOn: false, text: `only ${writePosition(loop.fromMs)}–${writePosition(loop.untilMs ?? lengthMs)}`} as const]),
	];
}

export function answerExport(state: State, {targets}: Extract<Purpose, {type: 'export'}>, dialog: Dialog): Answer {
	const range = readRange(state, targets, dialog);
	const file = readText(dialog, 'file');
	const errors = {...(('errors' in range) && range.errors), ...((file === '') && {file: 'Where to? A file name is needed.'})};
	if ('errors' in range || file === '') {
		return {errors};
	}

	const format = readChoice(dialog, 'format');
	const isCast = format.startsWith('asciicast');
	const request: ExportRequest = {
		addresses: targets.map(({address}) => format === 'svg' && range.untilMs !== Infinity ? `${address}@${printPosition(range.untilMs)}` : address),
		format,
		...range,
		idleLimit: isCast && isChecked(dialog, 'idle') ? state.settings.idleLimitMs / 1000 : undefined,
		hasGaps: isChecked(dialog, 'gaps'),
		hasBookmarks: isChecked(dialog, 'bookmarks'),
		file,
		reason: readText(dialog, 'reason'),
	};
	return {action: {type: 'jobOrdered', order: {type: 'export', request}}};
}

export function previewExport({targets}: Extract<Purpose, {type: 'export'}>, dialog: Dialog): readonly string[] {
	const format = readChoice(dialog, 'format');
	const sizes = targets.map(({session}) => session?.sizeBytes);
	const size = sizes.includes(undefined) ? '' : `${formatBytes(sizes.reduce((sum: number, each) => sum + (each ?? 0), 0))} recorded. `;
	return [
		'',
		...(format.startsWith('asciicast') ? [] : ['Idle limit and markers stand in asciicasts only.']),
		...(format === 'svg' ? ['svg is the picture of one screen: the one at "To".'] : []),
		`${size}A file of that name is replaced. The export is recorded in the access log with your name and reason.`,
	];
}

/** A file name that was not typed follows the format. */
export function settleExport({targets}: Extract<Purpose, {type: 'export'}>, before: Dialog, dialog: Dialog): Dialog {
	const [target] = targets;
	const [formatBefore, format] = [readChoice(before, 'format'), readChoice(dialog, 'format')];
	if (target === undefined || targets.length > 1 || formatBefore === format || readText(dialog, 'file') !== nameFile(target, formatBefore)) {
		return dialog;
	}

	return {...dialog, fields: dialog.fields.map(field => field.name === 'file' && field.type === 'text' ? {...field, input: inputOf(nameFile(target, format))} : field)};
}

/** The request that `:export FORMAT FILE` means: all of the recordings, gaps marked. */
export function requestExport(targets: readonly Target[], format: string, file: string): ExportRequest {
	const [first] = targets;
	return {
		addresses: targets.map(({address}) => address),
		format,
		fromMs: 0,
		untilMs: Infinity,
		idleLimit: undefined,
		hasGaps: true,
		hasBookmarks: false,
		file: file === '' ? (targets.length === 1 && first !== undefined ? nameFile(first, format) : '.') : file,
		reason: '',
	};
}

function nameFile({address}: Target, format: string): string {
	const {host = '-', rec} = parseAddress(address);
	return fileNameOf({host, rec}, formats[format]?.extension ?? format);
}

type Range = {readonly fromMs: number; readonly untilMs: number};

function readRange({player}: State, targets: readonly Target[], dialog: Dialog): Range | {readonly errors: Readonly<Record<string, string>>} {
	if (targets.length > 1) {
		return {fromMs: 0, untilMs: Infinity};
	}

	if (isChecked(dialog, 'loop') && typeof player?.loop === 'object') {
		return {fromMs: player.loop.fromMs, untilMs: player.loop.untilMs ?? Infinity};
	}

	const lengthMs = targets[0]?.lengthMs ?? Infinity;
	const [fromMs, untilMs] = [parsePosition(readText(dialog, 'from')), parsePosition(readText(dialog, 'until'))];
	const expected = 'Expected a position such as 90, 12:04 or 1:02:30.';
	const errors = {...((fromMs === undefined) && {from: expected}), ...((untilMs === undefined) && {until: expected})};
	if (fromMs === undefined || untilMs === undefined) {
		return {errors};
	}

	// The length is shown without its milliseconds: whoever leaves it means the end.
	return fromMs > untilMs ? {errors: {until: 'The end is before the start.'}} : {fromMs, untilMs: untilMs >= Math.floor(lengthMs / 1000) * 1000 ? Infinity : untilMs};
}
