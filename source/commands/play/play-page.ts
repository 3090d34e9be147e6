import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const playPage = {
	name: 'play',
	title: 'Replay one recording: in a terminal the player, in a pipe its lines',
	usage: ['ADDRESS[@POSITION] [options]'],
	operand: 'address',
	options: {
		at: {type: 'string', value: 'T', help: 'start at a position, as 12:04'},
		speed: {type: 'number', value: 'N', default: 1, help: '2 plays twice as fast', least: 0.01, most: 64},
		idle: {type: 'number', value: 'N', help: 'cut pauses to N seconds, 0 keeps them (2)', least: 0},
		follow: {type: 'boolean', default: false, help: 'go on while it is being recorded'},
		raw: {type: 'boolean', default: false, help: 'the recorded bytes, unguarded; only into a pipe'},
		plain: {type: 'boolean', default: false, help: 'lines in a terminal, too'},
		...storeOptions,
	},
	notes: ['In a pipe nothing waits: lines come as fast as they are read.'],
	examples: [
		'scribery play web1/39d-1c81a --at 12:04',
		'scribery play web1/39d-1c81a | less',
		'scribery play web1/39d-1c81a --follow --json | jq -r .text',
	],
	exits: ['0 done', '2 usage or no such recording', '3 store or access log'],
} as const satisfies CommandPage;
