import {parseArgs} from 'node:util';
import type {Clock} from '../../source/clock.ts';
import {UserError} from '../../source/user-error.ts';
import {findTroubles, printStatus} from './print-status.ts';
import {readAgentConfig} from './read-agent-config.ts';
import {readStatus} from './read-status.ts';
import {runAgent} from './run-agent.ts';

export type AgentCommandWorld = {
	readonly clock: Clock;
	readonly stdout: {readonly write: (text: string) => unknown};
	readonly stderr: {readonly write: (text: string) => unknown};
};

/**
Run the agent's command line: the words behind `scribery-agent` in, the exit code out.

@throws {UserError} for wrong words or configuration, {RecorderError} when the agent cannot do its work.
*/
export async function runAgentCommand(argv: readonly string[], {clock, stdout, stderr}: AgentCommandWorld): Promise<number> {
	const words = parseWords(argv);
	const config = readAgentConfig(words.config);
	if (words.status) {
		const status = readStatus(config.state);
		const nowMs = clock.now();
		stdout.write(words.json ? `${JSON.stringify(status)}\n` : printStatus(status, nowMs));
		return findTroubles(status, nowMs).length === 0 ? 0 : 1;
	}

	await runAgent(config, {
		clock,
		say(line) {
			stderr.write(`scribery-agent: ${line}\n`);
		},
	});
	return 0;
}

const options = {
	config: {type: 'string', default: '/etc/scribery/agent.json'},
	status: {type: 'boolean', default: false},
	json: {type: 'boolean', default: false},
} as const;

function parseWords(argv: readonly string[]) {
	try {
		return parseArgs({args: [...argv], options, strict: true}).values;
	} catch (error) {
		throw new UserError(`${error instanceof Error ? error.message : String(error)}; "scribery agent --help" lists the options`, {cause: error});
	}
}
