import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {RecorderError} from '../errors.ts';
import {findDatagramProgram} from './find-datagram-program.ts';

/** Sends datagrams to one unix socket, through a program of ours (decision 60). */
export type DatagramSender = {
	/**
	Send one; calls do not overlap.

	@returns 0 when the kernel has taken it, else the `errno`.
	@throws {RecorderError} when the program cannot be run, or ended.
	*/
	readonly send: (datagram: Uint8Array) => Promise<number>;
	readonly close: () => void;
};

/**
Nothing is started before the first datagram.

@param path - of the socket.
@param doesSpill - send what is too large for a datagram as a memory file, as the journal takes it.
*/
export function createDatagramSender(path: string, doesSpill: boolean): DatagramSender {
	let child: ChildProcessWithoutNullStreams | undefined;
	let waiting: PromiseWithResolvers<number> | undefined;

	/** A program that ended is started anew for the next datagram. */
	function start(): ChildProcessWithoutNullStreams {
		const started = spawn(findDatagramProgram(), doesSpill ? [path, 'spill'] : [path], {env: {}});
		let complaint = '';
		let inputFault = '';
		let rest: Uint8Array = new Uint8Array();
		started.stderr.on('data', (chunk: Buffer) => {
			complaint = `${complaint}${chunk.toString()}`.slice(0, longestComplaint);
		});
		started.stdout.on('data', (chunk: Buffer) => {
			rest = Buffer.concat([rest, chunk]);
			if (!(rest.length >= answerBytes)) {
				return;
			}

			waiting?.resolve(Buffer.from(rest).readUInt32LE());
			rest = rest.subarray(answerBytes);
		});
		const fail = (why: string): void => {
			if (child !== started) {
				return;
			}

			child = undefined;
			waiting?.reject(new RecorderError(`${path}: the program that sends there ${why}${[complaint.trim(), inputFault].filter(Boolean).map(text => `: ${text}`).join('')}`));
		};

		started.stdin.on('error', error => {
			inputFault = error.message; // It ended, which `close` tells.
		});
		started.on('error', error => {
			fail(`cannot be run: ${error.message}`);
		});
		started.on('close', (code, signal) => {
			fail(`ended with ${signal ?? code}`);
		});
		return started;
	}

	return {
		async send(datagram) {
			waiting = Promise.withResolvers<number>();
			child ??= start();
			const length = Buffer.alloc(answerBytes);
			length.writeUInt32LE(datagram.length);
			child.stdin.write(Buffer.concat([length, datagram]));
			try {
				return await waiting.promise;
			} finally {
				waiting = undefined;
			}
		},
		close() {
			child?.stdin.end();
			child = undefined;
		},
	};
}

const answerBytes = 4;
const longestComplaint = 500;
