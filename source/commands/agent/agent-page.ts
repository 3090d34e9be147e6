import type {CommandPage} from '../page/command-page.ts';

export const agentPage = {
	name: 'agent',
	title: 'Deliver what the login shell of this host records',
	usage: ['[--config F]', '--status [--json] [--config F]'],
	operand: 'none',
	options: {
		config: {type: 'string', value: 'F', default: '/etc/scribery/agent.json', help: 'spool, writers and limits', completes: 'file'},
		status: {type: 'boolean', default: false, help: 'tell how the running agent does, and end'},
		json: {type: 'boolean', default: false, help: 'with --status: as one line of JSON'},
	},
	notes: [
		'Runs in the foreground until SIGTERM or SIGINT, tells of faults on standard error, and goes on where it was, whatever ended it. On a host with the package it is started as scribery-agent.service.',
	],
	examples: [
		'scribery agent --config ./agent.json',
		'scribery agent --status',
		'scribery agent --status --json | jq .writers',
	],
	exits: ['0 ended by a signal, or all is well', '1 --status: not all is well', '2 usage or configuration', '3 spool or state'],
} as const satisfies CommandPage;
