import {UserError} from '../user-error.ts';
import type {Command} from './command.ts';
import {helpPage} from './help-page.ts';
import {pages} from './pages.ts';
import {parseArguments} from './parse-arguments.ts';
import {printHelp} from './print-help.ts';
import {printTopic} from './topic/print-topic.ts';
import {topics} from './topic/topics.ts';

/** `scribery help [TOPIC]`. */
export const showHelp: Command = async (argv, context) => {
	const {input} = parseArguments(argv, helpPage, context);
	const [name, ...more] = input;
	if (more.length > 0) {
		throw new UserError('help: name one topic');
	}

	const topic = topics.find(each => each.name === name);
	if (name !== undefined && topic === undefined) {
		throw new UserError(`help: no page "${name}" (known: ${topics.map(each => each.name).join(', ')}; of a command: scribery COMMAND --help)`);
	}

	context.stdout.write(topic === undefined ? printHelp(pages) : printTopic(topic));
	return 0;
};
