import type {Command} from '../command.ts';
import {openDemo} from '../open-demo.ts';
import {parseArguments} from '../parse-arguments.ts';

const help = `
	Make the demo store of recordings that come with scribery, and print its address

	Usage  $ scribery demo
	Examples
	  $ scribery --store "$(scribery demo)"
	  $ scribery ls --store "$(scribery demo)" user:alice
	Exit  0 done, 3 store.
`;

export const runDemo: Command = async (argv, context) => {
	parseArguments(argv, help, {}, context);
	context.stdout.write(`${await openDemo(context)}\n`);
	return 0;
};
