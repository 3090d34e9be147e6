import {runAgentCommand} from '../../../recorder/agent/run-agent-command.ts';
import type {Command} from '../command.ts';
import {agentPage} from './agent-page.ts';

/** `scribery agent`: what `scribery-agent` does on a recorded host. */
export const runAgent: Command = async (argv, context) => {
	if (argv.includes('--help') || argv.includes('--version')) {
		const {parseArguments} = await import('../parse-arguments.ts'); // Only for these: an agent carries no more than it needs.
		parseArguments(argv, agentPage, context);
	}

	return runAgentCommand(argv, context);
};
