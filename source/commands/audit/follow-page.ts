import type {CommandPage} from '../page/command-page.ts';

export const followPage = {
	name: 'audit follow',
	title: 'Follow the audit log of a Linux host, each event once',
	usage: ['FILE [options]'],
	operand: 'file',
	options: {
		store: {type: 'string', short: 's', value: 'S', default: '', help: 'into this store', completes: 'store'},
		spool: {type: 'string', value: 'DIR', default: '', help: 'into the spool of this recorded host', completes: 'file'},
		once: {type: 'boolean', default: false, help: 'end at the end of the log'},
		checkpoint: {type: 'string', value: 'F', default: '', help: 'keeps how far the log was read', completes: 'file'},
		host: {type: 'string', value: 'H', default: '', help: 'whose log it is, when not this host\'s'},
	},
	notes: [
		'Prints one line of JSON an event, its records as they are, or brings it into a store or a spool. It goes on where it was: after a restart, and when the log was renamed or cut. What was lost meanwhile is told as a gap.',
		'The checkpoint is in the state folder, or in the spool, unless said. Killed outright, standard output may get the last second again.',
	],
	examples: [
		'scribery audit follow /var/log/audit/audit.log | jq .lines',
		'scribery audit follow /var/log/audit/audit.log --store audit.db',
		'scribery audit follow audit.log --once --host web-1 --store audit.db',
	],
	exits: ['0 ended by a signal, or --once', '2 usage', '3 log, spool, store or checkpoint'],
} as const satisfies CommandPage;
