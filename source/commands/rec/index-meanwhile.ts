import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {Socket} from 'node:net';
import os from 'node:os';
import process from 'node:process';
import type {Writable} from 'node:stream';
import {printAddress} from '../../store/address.ts';
import type {SessionKey} from '../../store/store.ts';
import {indexLater} from './index-later.ts';

const shortMs = 2000; // Most commands have ended by then: they pay for one index run afterwards, not for two.
const lowestPriority = 19; // The recorded program comes first.

/** Keeps a session searchable while it is recorded. */
export type Indexing = {
	/** Something is in the store. */
	readonly begin: () => void;
	/** The session is over and the store is closed. */
	readonly end: () => void;
};

/**
Index a session in a process of its own while it is recorded, at the lowest priority: the recorded program and its terminal never wait for it.

The process has the other end of a pipe that we hold, and nothing else of ours: however we end, by `kill -9` too, it sees the pipe's end, indexes what is left and ends.

@param address - of the store.
@param key - the recording.
*/
export function indexMeanwhile(address: string, key: SessionKey): Indexing {
	let timer: NodeJS.Timeout | undefined;
	let child: ChildProcess | undefined;

	return {
		begin() {
			timer ??= setTimeout(() => {
				child = start(address, key);
			}, shortMs).unref();
		},
		end() {
			clearTimeout(timer);
			if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
				indexLater(address);
			} else {
				child.stdin?.end();
			}
		},
	};
}

/** A pipe of `spawn` is a socket, whatever its type says. */
function unrefPipe(pipe: Writable): void {
	if (pipe instanceof Socket) {
		pipe.unref();
	}
}

function start(address: string, key: SessionKey): ChildProcess {
	const [, program = ''] = process.argv; // The launcher, or the entry it would load: what this process itself was started with.
	const child = spawn(process.execPath, [program, 'index', '--follow', printAddress(key), '--until-eof', '--store', address], {detached: true, stdio: ['pipe', 'ignore', 'ignore']});
	child.on('error', () => {
		// No process to be had: the session is indexed when it has ended.
	});
	child.stdin.on('error', () => {
		// It has ended already: the same.
	});
	child.unref();
	unrefPipe(child.stdin);
	if (child.pid !== undefined) {
		os.setPriority(child.pid, lowestPriority);
	}

	return child;
}
