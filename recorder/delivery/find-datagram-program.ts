import {existsSync} from 'node:fs';
import path from 'node:path';
import {RecorderError} from '../errors.ts';

const name = 'native/scribery-datagram';

/**
Where the program that sends datagrams stands: beside the bundle (in the package), beside its folder, or beside that of the compiled modules.

@throws {RecorderError} when it was not built.
*/
export function findDatagramProgram(): string {
	const places = ['.', '..', '../..'].map(folder => path.join(import.meta.dirname, folder, name));
	const found = places.find(place => existsSync(place));
	if (found === undefined) {
		throw new RecorderError(`${places[0]} is missing: without it nothing can be sent to a unix datagram socket. Install scribery's host package anew; in a checkout, run "npm run native"`);
	}

	return found;
}
