import {UserError} from '../user-error.ts';
import type {Command} from './command.ts';
import {helpPage} from './help-page.ts';
import {pages} from './pages.ts';
import {parseArguments} from './parse-arguments.ts';
import {printHelp} from './print-help.ts';
import {printTopic} from './print-topic.ts';

/** `scribery help [TOPIC]`. */
export const showHelp: Command = async (argv, context) => {
	const {input} = parseArguments(argv, helpPage, context);
	const [topic, ...more] = input;
	if (more.length > 0) {
		throw new UserError('help: name one topic');
	}

	context.stdout.write(topic === undefined ? printHelp(pages) : printTopic(topic));
	return 0;
};
