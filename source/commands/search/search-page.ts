import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';
import {viewOption} from '../page/view-option.ts';

export const searchPage = {
	name: 'search',
	title: 'Find moments: what stood on the screens, or was typed, and when',
	usage: ['QUERY [options]'],
	operand: 'query',
	options: {
		limit: {type: 'number', value: 'N', default: 200, help: 'at most N hits, those of the newest sessions', least: 1, isWhole: true},
		context: {type: 'number', value: 'N', default: 2, help: 'in a terminal: N rows of the screen round a hit', least: 0, most: 100, isWhole: true},
		...viewOption,
		...storeOptions,
	},
	notes: ['In a pipe a hit is ADDRESS, KIND (s seen, t typed) and LINE with TABs between. Sessions that are not indexed cannot be searched: they are counted on stderr. What a query may be: scribery help query.'],
	examples: [
		'scribery search \'"permission denied" user:alice since:2h\'',
		'scribery search \'seen:/fail(ed|ure)/i host:web*\' | cut -f1,3',
		'scribery search \'typed:sudo\' --json | jq -r \'.address // empty\'',
	],
	exits: ['0 hits', '1 none', '2 bad query', '3 store or access log', '130 Ctrl-C'],
} as const satisfies CommandPage;
