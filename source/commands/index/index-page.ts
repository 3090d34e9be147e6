import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const indexPage = {
	name: 'index',
	title: 'Make anew what is made from the recordings: summaries, gaps, keyframes',
	usage: ['[options]'],
	operand: 'none',
	options: {
		rebuild: {type: 'boolean', default: false, help: 'all of them, not only what is missing'},
		...storeOptions,
	},
	notes: ['Recordings themselves are never touched.'],
	examples: [
		'scribery index',
		'scribery index --rebuild --store ./case.db',
		'scribery index --json | jq .recordings',
	],
	exits: ['0 done', '2 usage', '3 store'],
} as const satisfies CommandPage;
