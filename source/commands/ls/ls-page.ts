import type {SortField} from '../../store/store.ts';
import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';
import {viewOption} from '../page/view-option.ts';

export const lsPage = {
	name: 'ls',
	title: 'List sessions',
	usage: ['[QUERY] [options]'],
	operand: 'query',
	options: {
		sort: {type: 'string', value: 'F', default: 'start', help: 'start, length, user, host or size; --sort=-F reverses', values: ['start', 'length', 'user', 'host', 'size'] satisfies SortField[], isReversible: true},
		limit: {type: 'number', value: 'N', default: 100, help: 'at most N sessions', least: 1, isWhole: true},
		unrecorded: {type: 'boolean', default: false, help: 'logins with audit events and no recording'},
		...viewOption,
		...storeOptions,
	},
	notes: ['In a pipe the columns are separated by TAB, without a header line, nothing cut.'],
	examples: [
		'scribery ls \'user:alice since:yesterday\'',
		'scribery ls \'host:web* not user:(deploy,ansible)\' --sort length',
		'scribery ls --json | jq -r \'select(.gaps>0) | .id\'',
	],
	exits: ['0 listed', '1 nothing matched', '2 bad query', '3 store or access log'],
} as const satisfies CommandPage;
