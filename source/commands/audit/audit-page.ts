import type {CommandPage} from '../page/command-page.ts';
import {followPage} from './follow-page.ts';
import {rulesPage} from './rules-page.ts';

export const auditPage = {
	name: 'audit',
	title: 'Convert, follow or set up the audit log of a Linux host',
	usage: ['convert [FILE] [options] | follow FILE | rules'],
	operand: 'file',
	options: {
		format: {type: 'string', value: 'F', default: 'aushape', help: 'ndjson or, for Elastic, ecs: lines', values: ['aushape', 'ndjson', 'ecs']},
		lang: {type: 'string', short: 'l', value: 'L', default: 'json', help: 'or xml'},
		'events-per-doc': {type: 'string', value: 'N', default: 'all', help: 'all, none, N events or -N bytes'},
		'max-event-size': {type: 'string', value: 'N', default: 'unlimited', help: 'cut events to N, Nk or Nm bytes'},
		'with-text': {type: 'boolean', default: false, help: 'with the lines of the log'},
		fold: {type: 'string', value: 'N', default: '4', help: 'levels on lines of their own, all or none folded'},
		indent: {type: 'string', value: 'N', default: '4', help: 'blanks a level'},
		output: {type: 'string', short: 'o', value: 'O', default: 'file', help: 'or syslog, a document a message', values: ['file', 'syslog']},
		file: {type: 'string', short: 'f', value: 'FILE', default: '-', help: 'where to; - is stdout', completes: 'file'},
		'syslog-facility': {type: 'string', value: 'F', default: 'authpriv', help: 'of the messages'},
		'syslog-priority': {type: 'string', value: 'P', default: 'info', help: 'of the messages'},
		passwd: {type: 'string', value: 'FILE', default: '/etc/passwd', help: 'users of the host that wrote the log', completes: 'file'},
		group: {type: 'string', value: 'FILE', default: '/etc/group', help: 'groups of that host', completes: 'file'},
	},
	notes: ['FILE may be packed. The output is what aushape writes over libauparse 3.0.9, where that is right; names that auditd has added come before those of the two files.'],
	examples: [
		'scribery audit convert /var/log/audit/audit.log | jq .',
		'scribery audit convert audit.log.1.gz --format ndjson',
		'scribery audit convert audit.log -l xml --fold all -f audit.xml',
	],
	exits: ['0 converted', '2 usage, or a file cannot be read or written'],
	actions: [followPage, rulesPage],
} as const satisfies CommandPage;
