import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const collectPage = {
	name: 'collect',
	title: 'Receive recordings and audit events from hosts and logging servers',
	usage: ['--listen ADDRESS… [options]'],
	operand: 'none',
	options: {
		listen: {type: 'string', value: 'A', isMultiple: true, help: 'KIND://HOST:PORT or KIND:/SOCKET; KIND is relp; may be repeated'},
		index: {type: 'boolean', default: true, help: 'do not index what comes'},
		store: storeOptions.store,
	},
	notes: [
		'Runs in the foreground until SIGTERM or SIGINT, and tells of faults on standard error. A sender is told that a line has arrived when the store has it on disk; while the store is away or full, senders wait.',
	],
	examples: [
		'scribery collect --listen relp://127.0.0.1:2514',
		'scribery collect --listen relp:/run/scribery/collect.sock',
		'scribery collect --store ./audit.db --listen relp://0.0.0.0:2514',
	],
	exits: ['0 ended by a signal', '2 usage', '3 store'],
} as const satisfies CommandPage;
