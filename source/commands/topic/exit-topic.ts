import type {Topic} from './topic.ts';

export const exitTopic: Topic = {
	name: 'exit',
	title: 'What the exit code says',
	parts: [
		{type: 'rows', rows: [
			['0', 'done'],
			['1', 'nothing matched'],
			['2', 'wrong usage or query, or a file that cannot be read'],
			['3', 'the store or the access log failed'],
			['4', 'denied'],
			['5', 'something is not as it was recorded, or lines were refused'],
			['70', 'our fault: please report it'],
			['130', 'Ctrl-C'],
		]},
		{type: 'text', text: 'scribery rec ends as the recorded command does.'},
	],
};
