import type {CommandPage} from '../page/command-page.ts';
import {storeOptions} from '../page/store-options.ts';

export const showPage = {
	name: 'show',
	title: 'Show one recording, or its screen at one instant',
	usage: ['ADDRESS[@POSITION] [options]'],
	operand: 'address',
	options: {
		info: {type: 'boolean', default: false, help: 'what is known of it (without a position)'},
		screen: {type: 'boolean', default: false, help: 'the screen as text (with a position)'},
		text: {type: 'boolean', default: false, help: 'its lines with their positions'},
		events: {type: 'boolean', default: false, help: 'what audit events tell, by position'},
		all: {type: 'boolean', default: false, help: 'with --events: also what no user asked for'},
		messages: {type: 'boolean', default: false, help: 'the stored lines, verbatim'},
		...storeOptions,
	},
	notes: ['An address is HOST/REC; the rec may be written short. A position is 12:04, 1:02:30.5, 90 or end.'],
	examples: [
		'scribery show web1/39d-1c81a',
		'scribery show web1/39d-1c81a --events --json | jq -r .title',
		'scribery show web1/39d-1c81a@12:04 | grep -c \'HTTP/1.1 200\'',
	],
	exits: ['0 shown', '2 usage or no such recording', '3 store or access log'],
} as const satisfies CommandPage;
