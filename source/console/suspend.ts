import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';

const settleMs = 50; // Time stands still while stopped; where the stop is refused this is all that passes.

/** Stop this process and its launchers, as Ctrl-Z does in any program; returns once the shell continues it. */
export async function suspendToShell(): Promise<void> {
	// The whole group: the launcher waits for us and must stop too, or the shell would wait for it.
	process.kill(0, 'SIGTSTP');
	await delay(settleMs);
}
