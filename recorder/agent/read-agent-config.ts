import {readFileSync} from 'node:fs';
import {UserError} from '../../source/user-error.ts';
import {parseAgentConfig} from './agent-config.ts';
import type {AgentConfig} from './agent-config.ts';

/**
Read the agent's configuration file, which the plugin of auditd reads as well.

@throws {UserError} when it cannot be read, or says what it must not.
*/
export function readAgentConfig(file: string): AgentConfig {
	return parseAgentConfig(readText(file), file);
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new UserError(`${file}: the agent's configuration cannot be read: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}
