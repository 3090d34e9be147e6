import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import os from 'node:os';
import process from 'node:process';

export type Indexing = {
	/** Resolves when what has come is indexed. */
	readonly end: () => Promise<void>;
};

const priority = 5; // Taking lines comes before making them searchable.
const firstPauseMs = 1000;
const mostPauseMs = 60_000;

/**
Keep a store indexed, in a process of its own: what is shown there comes from anybody, and must not hold up or end the taking of lines.

It has the other end of a pipe that we hold: however we end, it indexes what is left and ends.

@param address - of the store.
@param tell - told when it ends before its time; it is started again.
*/
export function keepIndexed(address: string, tell: (line: string) => void): Indexing {
	let isEnding = false;
	let pauseMs = firstPauseMs;
	let timer: NodeJS.Timeout | undefined;
	let child = start();

	function start(): ChildProcess {
		const [, program = ''] = process.argv; // The launcher, or the entry it would load: what this process itself was started with.
		const started = spawn(process.execPath, [program, 'index', '--follow', '--until-eof', '--store', address], {stdio: ['pipe', 'ignore', 'inherit']});
		const beganMs = performance.now();
		started.stdin.on('error', () => {
			// It has ended already; `exit` tells.
		});
		started.once('error', error => {
			startLater(error.message);
		});
		started.once('exit', (code, signal) => {
			startLater(`it ended with ${signal ?? code}`);
		});
		if (started.pid !== undefined) {
			os.setPriority(started.pid, priority);
		}

		function startLater(why: string): void {
			if (isEnding) {
				return;
			}

			pauseMs = performance.now() - beganMs > mostPauseMs ? firstPauseMs : Math.min(mostPauseMs, pauseMs * 2);
			tell(`what comes is not indexed: ${why}; again in ${pauseMs / 1000} s`);
			timer = setTimeout(() => {
				child = start();
			}, pauseMs);
		}

		return started;
	}

	return {
		async end() {
			isEnding = true;
			clearTimeout(timer);
			if (!(child.pid !== undefined && child.exitCode === null && child.signalCode === null)) {
				return;
			}

			child.stdin?.end();
			await once(child, 'exit');
		},
	};
}
