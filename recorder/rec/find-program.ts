import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';
import {RecorderError} from '../errors.ts';

/**
Make sure that a program can be run, before a terminal is touched for it.

@param name - as typed.
@param searchPath - the user's `PATH`.
@throws {RecorderError} with the exit code a shell would give: 127 when it is not found, 126 when it is no program.
*/
export function checkProgram(name: string, searchPath: string | undefined): void {
	const places = name.includes('/') ? [name] : (searchPath ?? '/usr/local/bin:/usr/bin:/bin').split(':').map(folder => path.join(folder === '' ? '.' : folder, name));
	const found = places.filter(place => statSync(place, {throwIfNoEntry: false}) !== undefined);
	if (found.length === 0) {
		throw new RecorderError(`${name}: there is no such program${name.includes('/') ? '' : ' on PATH'}`, {exitCode: 127});
	}

	if (found.every(place => !isExecutable(place))) {
		throw new RecorderError(`${found[0]}: this is not a program that may be run`, {exitCode: 126});
	}
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		// Not for us to run: the answer, not a fault.
		return false;
	}
}
