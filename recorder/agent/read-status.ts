import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {RecorderError} from '../errors.ts';
import type {AgentStatus} from './agent-status.ts';
import {readObject} from './fields.ts';

export const statusFile = 'status.json';

/**
Read what the agent last told of itself.

@throws {RecorderError} when there is nothing, or nothing that it can have written.
*/
export function readStatus(state: string): AgentStatus {
	const file = path.join(state, statusFile);
	const text = readText(file);
	try {
		const found = readObject(JSON.parse(text), file);
		if (typeof found.at !== 'number' || !Array.isArray(found.writers)) {
			throw new TypeError('"at" or "writers" is missing');
		}

		return found as AgentStatus; // Written as a whole by an agent, and only read by people.
	} catch (error) {
		throw new RecorderError(`${file}: this is no status of an agent: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new RecorderError(existsSync(path.dirname(file)) ? `${file}: no agent has told of itself there: ${error instanceof Error ? error.message : String(error)}. Is scribery-agent running?` : `${path.dirname(file)}: the agent's state is not there. Has scribery-agent ever run?`, {cause: error});
	}
}
