import {once} from 'node:events';
import {lstatSync, unlinkSync} from 'node:fs';
import net from 'node:net';

/**
Remove a socket that a process left behind when it was killed; one on which somebody listens stays, and so does what is no socket.

@param path - it need not be there.
*/
export async function removeLeftover(path: string): Promise<void> {
	if (lstatSync(path, {throwIfNoEntry: false})?.isSocket() === true && !await isListenedOn(path)) {
		unlinkSync(path);
	}
}

async function isListenedOn(path: string): Promise<boolean> {
	const socket = net.connect(path);
	try {
		await once(socket, 'connect');
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ECONNREFUSED';
	} finally {
		socket.destroy();
	}
}
