import {showControls} from '../../terminal/show-controls.ts';
import type {State} from '../state.ts';
import {emptyInput} from '../text-input.ts';
import {cancelButton} from './dialog.ts';
import type {Answer, Dialog} from './dialog.ts';
import {isChecked, readChoice, readText} from './dialog-values.ts';
import {openDialog} from './open-dialog.ts';

const storeHint = 'of the store, or its name in the configuration';

/** Ask which store to work on: at the first start that is the demo. */
export function openStoreChoice(state: State): State {
	const {isDemo, name, localAddress} = state.store;
	return openDialog(state, {
		purpose: {type: 'store'},
		title: isDemo ? 'First start' : 'Store',
		text: [isDemo ? 'This is the demo store. Choose your own:' : `This is ${name}. Work on another:`],
		fields: [
			{
				name: 'which', label: 'Store', type: 'choice', chosen: 0, options: [
					{value: 'local', text: `your own: ${localAddress}`},
					{value: 'other', text: 'the one named below'},
					...(isDemo ? [{value: 'recordings', text: 'your own, with a tlog file, directory or asciicast in it'}] : []),
					{value: 'stay', text: isDemo ? 'stay in the demo' : 'stay in this one'},
				],
			},
			{name: 'kept', label: '', type: 'checkbox', isOn: true, text: 'open it at every start (written to config.json)'},
			{name: 'address', label: 'Path', type: 'text', input: emptyInput, hint: storeHint},
		],
		buttons: [{text: 'Open', action: undefined}, cancelButton],
	});
}

export function answerStore({store}: State, dialog: Dialog): Answer {
	const address = readText(dialog, 'address');
	const which = readChoice(dialog, 'which');
	if (which === 'stay') {
		return {action: {type: 'noticed', text: `Still in ${store.name}.`, isError: false}};
	}

	if (which === 'recordings') {
		return address === ''
			? {errors: {address: 'Which recordings? Write the path of a file or of a directory.'}}
			: {action: {type: 'storeWanted', address: store.localAddress, isKept: isChecked(dialog, 'kept'), recordings: address}};
	}

	if (which === 'local' && address === '') {
		return {action: {type: 'storeWanted', address: store.localAddress, isKept: isChecked(dialog, 'kept')}};
	}

	return address === '' ? {errors: {address: 'Which one? Write its path or its name.'}} : {action: {type: 'storeWanted', address, isKept: isChecked(dialog, 'kept')}};
}

/** The hint of the path says what it is the path of. */
export function settleStore(dialog: Dialog): Dialog {
	const hint = readChoice(dialog, 'which') === 'recordings' ? 'of a recording, or of a directory with .log, .jsonl, .json and .cast files, packed ones too' : storeHint;
	return {...dialog, fields: dialog.fields.map(field => field.name === 'address' && field.type === 'text' ? {...field, hint} : field)};
}

/** What is told below: that looking is recorded. */
export function previewStore(): readonly string[] {
	return ['', 'Recordings come into a store by scribery rec and scribery import. Your viewing is written to its access log.'];
}

/** Tell that the store does not answer, and when it is tried again. */
export function openStoreFailed(state: State): State {
	return openDialog(state, {
		purpose: {type: 'storeFailed'},
		title: 'Cannot read the store',
		fields: [],
		buttons: [
			{text: 'Try now', action: {type: 'do', action: 'data.refresh'}},
			{text: 'Another store', action: {type: 'commanded', line: 'store'}},
			{text: 'Close', action: 'close'},
		],
	});
}

/** What, where, since when, and what comes next. */
export function previewStoreFailed({store, sessions, now, retry}: State): readonly string[] {
	const {failure, readAt} = sessions;
	return [
		`${store.name}: ${showControls(failure?.message ?? 'answers again')}`,
		...(failure === undefined ? [] : [`For ${secondsOf(now - failure.since)} now.${readAt === undefined ? '' : ` Shown data is ${secondsOf(now - readAt)} old.`}`]),
		...(retry === undefined ? [] : [`Next try in ${secondsOf(retry.dueAt - now)}.`]),
	];
}

function secondsOf(lengthMs: number): string {
	return `${Math.max(0, Math.round(lengthMs / 1000))} s`;
}
