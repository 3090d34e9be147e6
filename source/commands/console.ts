import type {Command} from './command.ts';

export const openConsole: Command = async (_argv, context) => {
	context.stdout.write('scribery\n');
	return 0;
};
