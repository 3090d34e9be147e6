import {spawn} from 'node:child_process';
import process from 'node:process';

/**
Start `scribery index` in a process of its own, which lives on after this one: the user's prompt waits for nothing, and the session is in the list with all that the list can tell.

@param address - of the store.
*/
export function indexLater(address: string): void {
	const [, program = ''] = process.argv; // The launcher, or the entry it would load: what this process itself was started with.
	const child = spawn(process.execPath, [program, 'index', '--store', address], {detached: true, stdio: 'ignore'});
	child.on('error', () => {
		// No process to be had: the list tells what is not indexed, and `scribery index` makes up for it.
	});
	child.unref();
}
