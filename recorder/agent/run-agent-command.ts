import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import type {Clock} from '../../source/clock.ts';
import {UserError} from '../../source/user-error.ts';
import {RecorderError} from '../errors.ts';
import {parseAgentConfig} from './agent-config.ts';
import type {AgentConfig} from './agent-config.ts';
import {runAgent} from './run-agent.ts';

export const defaultConfigFile = '/etc/scribery/agent.json';

export type AgentCommandWorld = {
	readonly clock: Clock;
	readonly stdout: {readonly write: (text: string) => unknown};
	readonly stderr: {readonly write: (text: string) => unknown};
};

/**
Run the agent's command line: the words behind `scribery-agent` in, the exit code out.

@throws {UserError} for wrong words, {RecorderError} when the agent cannot do its work.
*/
export async function runAgentCommand(argv: readonly string[], {clock, stderr}: AgentCommandWorld): Promise<number> {
	const {config} = parseWords(argv);
	await runAgent(readConfig(config), {
		clock,
		say(line) {
			stderr.write(`scribery-agent: ${line}\n`);
		},
	});
	return 0;
}

function parseWords(argv: readonly string[]) {
	try {
		return parseArgs({args: [...argv], options: {config: {type: 'string', default: defaultConfigFile}}, strict: true}).values;
	} catch (error) {
		throw new UserError(`${error instanceof Error ? error.message : String(error)}; "scribery agent --help" lists the options`, {cause: error});
	}
}

function readConfig(file: string): AgentConfig {
	return parseAgentConfig(readText(file), file);
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new RecorderError(`${file}: the agent's configuration cannot be read: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}
