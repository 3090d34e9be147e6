import type {CommandPage} from '../page/command-page.ts';

export const demoPage = {
	name: 'demo',
	title: 'Make a store of the recordings that come with scribery',
	usage: [''],
	operand: 'none',
	options: {},
	notes: ['Prints its address. Made once; the console opens it by itself while there is no other store.'],
	examples: [
		'scribery demo',
		'scribery --store "$(scribery demo)"',
		'scribery ls --store "$(scribery demo)" user:alice',
	],
	exits: ['0 done', '3 store'],
} as const satisfies CommandPage;
