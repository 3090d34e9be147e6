import type {Topic} from './topic.ts';

export const addressTopic: Topic = {
	name: 'address',
	title: 'Where a recording is, and what time of it: HOST/REC[@POSITION]',
	parts: [
		{type: 'rows', rows: [
			['web1/39d-1c81a', 'the recording as `scribery ls` shows it'],
			['39d-1c81a', 'the same, when no other host has one of that name'],
			['web1/BOOT-39d-1c81a', 'whole, with the boot id, as --json and pipes do'],
			['web1/39d-1c81a@12:04', '12 minutes and 4 seconds after its start'],
			['web1/39d-1c81a@1:02:30.5', 'with hours, and parts of a second'],
			['web1/39d-1c81a@90', 'seconds'],
			['web1/39d-1c81a@end', 'its end'],
		]},
		{type: 'text', text: 'Signs that a shell or a URL would read are percent-encoded. The host - is the unknown one.'},
		{type: 'examples', lines: ['scribery show web1/39d-1c81a@12:04', 'scribery play web1/39d-1c81a --at 90']},
	],
};
