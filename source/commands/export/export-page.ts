import type {pictureThemes} from '../../export/svg/picture-theme.ts';
import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const exportPage = {
	name: 'export',
	title: 'Write recordings as files other programs read',
	usage: ['ADDRESS… [options]', 'ADDRESS@POSITION --format svg [options]'],
	operand: 'address',
	options: {
		format: {type: 'string', value: 'F', default: 'asciicast-v3', help: 'or asciicast-v2, text, raw, svg, jsonl, tlog', values: ['asciicast-v3', 'asciicast-v2', 'text', 'raw', 'svg', 'jsonl', 'tlog']},
		output: {type: 'string', short: 'o', value: 'F', help: 'where to (./HOST-REC.EXT); - is stdout, as is a pipe', completes: 'file'},
		stream: {type: 'string', value: 'S', help: 'output or input (output; jsonl: both)', values: ['output', 'input']},
		from: {type: 'string', value: 'T', help: 'first position, as 12:04 (0)'},
		to: {type: 'string', value: 'T', help: 'last position (end)'},
		idle: {type: 'number', value: 'N', help: 'asciicast: tell players to cut pauses to N seconds', least: 0.001},
		theme: {type: 'string', value: 'T', default: 'dark', help: 'svg: dark or light', values: ['dark', 'light'] satisfies Array<keyof typeof pictureThemes>},
		frame: {type: 'boolean', default: false, help: 'svg: address and user above the screen'},
		reason: {type: 'string', value: 'R', default: '', help: 'why, kept in the access log'},
		...storeOptions,
	},
	notes: [],
	examples: [
		'scribery export web1/39d-1c81a -o session.cast',
		'scribery export web1/39d-1c81a --format raw | sha256sum',
		'scribery export web1/39d-1c81a@12:04 --format svg -o screen.svg',
	],
	exits: ['0 done', '2 usage or no such recording', '3 store or access log'],
} as const satisfies CommandPage;
