import type {CommandPage} from '../page/command-page.ts';

export const keysPage = {
	name: 'keys',
	title: 'Print the keys of the console as a file to change, or check one',
	usage: ['--print', '--check FILE'],
	operand: 'none',
	options: {
		print: {type: 'boolean', default: false, help: 'the keys as they are now, as JSON'},
		check: {type: 'string', value: 'FILE', help: 'whether FILE could be used', completes: 'file'},
	},
	notes: ['The console reads keys.json in the configuration folder ($XDG_CONFIG_HOME/scribery). It may hold only what differs. One mistake in it, and none of it is used.'],
	examples: [
		'scribery keys --print > ~/.config/scribery/keys.json',
		'scribery keys --check ~/.config/scribery/keys.json',
		'scribery keys --print | jq .player',
	],
	exits: ['0 printed, or the file is good', '2 usage, or the file has a mistake'],
} as const satisfies CommandPage;
