import type {StatsField} from '../../store/counts.ts';
import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';
import {viewOption} from '../page/view-option.ts';

export const statsPage = {
	name: 'stats',
	title: 'Count sessions, their length, gaps and size by user, host, day or hour',
	usage: ['[QUERY] [options]'],
	operand: 'query',
	options: {
		by: {type: 'string', value: 'F', default: 'user', help: 'user, host, day or hour (of the day)', values: ['user', 'host', 'day', 'hour'] satisfies StatsField[], refused: {command: 'commands are not counted over sessions; scribery search cmd:NAME finds each'}},
		...viewOption,
		...storeOptions,
	},
	notes: ['Days and hours are those of your time zone. In a pipe the columns are separated by TAB: key, sessions, milliseconds, gaps, bytes.'],
	examples: [
		'scribery stats --by host since:yesterday',
		'scribery stats \'has:gap\' --by day',
		'scribery stats --by user --json | jq -r \'[.key, .sessions] | @tsv\'',
	],
	exits: ['0 counted', '1 nothing matched', '2 bad query', '3 store or access log'],
} as const satisfies CommandPage;
