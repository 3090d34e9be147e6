import type {CommandPage} from './page/command-page.ts';
import {storeOptions} from './page/store-options.ts';

export const consolePage = {
	name: 'console',
	title: 'The console: find, watch and search recorded sessions in full screen',
	usage: ['[QUERY] [options]', 'COMMAND …             see scribery help'],
	operand: 'query',
	options: {
		plain: {type: 'boolean', default: false, help: 'no full screen; as without a terminal: the list'},
		fps: {type: 'number', value: 'N', help: 'paint at most N times a second', least: 1, most: 60},
		'screen-reader': {type: 'boolean', default: false, help: 'lines of text to be spoken, nothing painted'},
		color: {type: 'boolean', default: true, help: 'no colours'},
		...storeOptions,
	},
	notes: ['With no store yet it opens a demo made of recordings that come with scribery, and asks for yours.'],
	examples: [
		'scribery',
		'scribery \'user:alice since:yesterday\'',
		'scribery --store ./case.db',
	],
	exits: ['0 left', '1 nothing matched (without a terminal)', '2 usage', '3 store or access log'],
} as const satisfies CommandPage;
