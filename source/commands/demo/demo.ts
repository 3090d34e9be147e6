import type {Command} from '../command.ts';
import {openDemo} from '../open-demo.ts';
import {parseArguments} from '../parse-arguments.ts';
import {demoPage} from './demo-page.ts';

export const runDemo: Command = async (argv, context) => {
	parseArguments(argv, demoPage, context);
	context.stdout.write(`${await openDemo(context)}\n`);
	return 0;
};
