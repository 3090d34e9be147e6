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
	const isNamedByPlace = name.includes('/');
	const places = isNamedByPlace ? [name] : (searchPath ?? '/usr/local/bin:/usr/bin:/bin').split(':').map(folder => path.join(folder === '' ? '.' : folder, name));
	const candidates = places.map(place => ({place, state: look(place)})).filter(({state}) => state !== 'absent' && (isNamedByPlace || state !== 'out of reach'));
	const [first] = candidates;
	if (first === undefined) {
		throw new RecorderError(`${name}: there is no such program${isNamedByPlace ? '' : ' on PATH'}`, {exitCode: 127});
	}

	if (candidates.every(({state}) => state !== 'program')) {
		throw new RecorderError(`${first.place}: this is not a program that may be run`, {exitCode: 126});
	}
}

/** What stands at a place; `out of reach` when the way there may not be gone, or goes in a circle. */
function look(place: string): 'program' | 'no program' | 'absent' | 'out of reach' {
	try {
		const stats = statSync(place, {throwIfNoEntry: false});
		if (stats === undefined) {
			return 'absent';
		}

		return stats.isFile() && isExecutable(place) ? 'program' : 'no program';
	} catch {
		return 'out of reach';
	}
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		// Not for us to run: the answer, not a fault.
		return false;
	}
}
