import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const indexPage = {
	name: 'index',
	title: 'Make what can be made anew from the recordings: text, gaps, keyframes, audit',
	usage: ['[options]', '--follow [ADDRESS] [options]'],
	operand: 'address',
	options: {
		rebuild: {type: 'boolean', default: false, help: 'all of them, not only what is missing'},
		follow: {type: 'boolean', default: false, help: 'go on while recordings grow; ADDRESS: one, to its end'},
		'until-eof': {type: 'boolean', default: false, help: 'with --follow: end when standard input ends'},
		...storeOptions,
	},
	notes: ['Recordings themselves are never touched. It may be stopped at any time.'],
	examples: [
		'scribery index',
		'scribery index --follow',
		'scribery index --json | jq .recordings',
	],
	exits: ['0 done', '2 usage', '3 store'],
} as const satisfies CommandPage;
