import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const importPage = {
	name: 'import',
	title: 'Bring recordings into a store: tlog JSON lines, asciicast, audit logs',
	usage: ['FILE… [options]          - is standard input'],
	operand: 'file',
	options: {
		index: {type: 'boolean', default: true, help: 'do not index what was stored'},
		host: {type: 'string', value: 'NAME', help: 'whose audit log it is, when it does not tell'},
		...storeOptions,
	},
	notes: ['Plain, gzip or zstd. The same file may be imported again: what is stored already is counted as doubled.'],
	examples: [
		'scribery import /var/log/tlog/tlog.log /var/log/tlog/tlog.log.1.gz',
		'journalctl -o cat -t tlog | scribery import -',
		'scribery import --host web1 /var/log/audit/audit.log',
	],
	exits: ['0 all stored or there already', '2 usage or a file that cannot be read', '3 store', '5 lines were refused', '130 Ctrl-C (in each case the rest is stored)'],
} as const satisfies CommandPage;
