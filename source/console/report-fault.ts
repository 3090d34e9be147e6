import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {stateFolder} from '../config.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
Keep where a fault of ours happened in a file of the state folder.

@returns The line that tells the person; without the file when it could not be written.
*/
export function reportFault(fault: unknown, environment: Environment): string {
	const message = fault instanceof Error ? fault.message : String(fault);
	const folder = stateFolder(environment);
	const file = path.join(folder, 'fault.txt');
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		writeFileSync(file, `${fault instanceof Error ? fault.stack ?? message : message}\n`, {mode: 0o600});
	} catch {
		return `scribery stopped: ${message}\n`;
	}

	return `scribery stopped: ${message}. Report: ${file}\n`;
}
