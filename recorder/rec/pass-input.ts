import type {Buffer} from 'node:buffer';
import {fstatSync} from 'node:fs';
import {Socket} from 'node:net';
import process from 'node:process';
import {isatty} from 'node:tty';
import {createMask} from '../message/mask.ts';
import {readRest} from './read-rest.ts';
import type {Recording} from './recording.ts';
import {parseEcho, readModes} from './stty.ts';

const stdin = 0;

export type PassInputOptions = {
	/** Where the command reads. */
	readonly writeFd: number;
	readonly isMasked: boolean;
	readonly recording: Pick<Recording, 'input'>;
};

/**
Record what comes in on standard input, then hand it on to the command.

@returns A function that stops it.
*/
export function passInput({writeFd, isMasked, recording}: PassInputOptions): () => void {
	const sink = new Socket({fd: writeFd, readable: false, writable: true});
	const mask = createMask();
	const isWatched = isMasked && isatty(stdin);

	process.stdin.on('data', (data: Buffer) => {
		const modes = isWatched ? readModes(stdin) : undefined;
		recording.input(mask.take(data, modes !== undefined && !parseEcho(modes).isEchoing));
		if (sink.write(data)) {
			return;
		}

		process.stdin.pause();
		sink.once('drain', () => {
			process.stdin.resume();
		});
	});
	process.stdin.on('end', () => {
		const rest = fstatSync(stdin).isFIFO() ? readRest(stdin) : new Uint8Array(0); // Asked for more, a terminal would wait.
		recording.input(mask.take(rest, false));
		sink.end(rest);
	});
	sink.on('error', () => {
		process.stdin.pause(); // The command reads no more.
	});
	return () => {
		recording.input(mask.end());
		process.stdin.destroy();
		sink.destroy();
	};
}
