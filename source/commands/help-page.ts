import type {CommandPage} from './page/command-page.ts';

export const helpPage = {
	name: 'help',
	title: 'List the commands, or print what more than one of them needs',
	usage: ['[TOPIC]                 query, keys, address or exit'],
	operand: 'topic',
	options: {},
	notes: ['How to use one command: scribery COMMAND --help.'],
	examples: [
		'scribery help',
		'scribery help query',
		'scribery help keys | less',
	],
	exits: ['0 printed', '2 no such topic'],
} as const satisfies CommandPage;
