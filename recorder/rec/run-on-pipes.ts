import {Buffer} from 'node:buffer';
import {spawn, type ChildProcess} from 'node:child_process';
import {closeSync} from 'node:fs';
import {Socket} from 'node:net';
import process from 'node:process';
import {isatty} from 'node:tty';
import {RecorderError} from '../errors.ts';
import {catchSignals, type EndingSignal} from './catch-signals.ts';
import {createMask} from './mask.ts';
import type {RecEnd} from './options.ts';
import {openPipes, type PipeEnds} from './pipe-ends.ts';
import type {Recording} from './recording.ts';
import type {SessionEnd, SessionOptions} from './session.ts';
import {planStart} from './start-words.ts';
import {stopCommand} from './stop-command.ts';
import {parseEcho, readModes} from './stty.ts';
import {isSentByTerminal} from './sent-by-terminal.ts';

const chunkBytes = 65_536;

/**
Run the command between pipes, and record what passes: standard output and error stay apart and every byte as it is. No window sizes, no notices.

Standard input is the command's own unless it is recorded: the command takes from it only what it reads.
*/
export async function runOnPipes({options, command, start, record, onStop}: SessionOptions): Promise<SessionEnd> {
	const {recording, gate} = record(() => {
		for (const tap of taps) {
			tap.resume();
		}
	});
	const [output, errors, typed] = openPipes(options.recordsInput ? ['read', 'read', 'write'] : ['read', 'read']);
	if (output === undefined || errors === undefined) {
		throw new RecorderError('The command has no pipes'); // Two were asked for.
	}

	const [file = '', ...words] = planStart({command, environment: start.environment, modes: undefined, openFiles: start.openFiles});
	const child = spawn(file, words, {stdio: [typed?.readFd ?? 'inherit', output.writeFd, errors.writeFd]});
	for (const fd of [output.writeFd, errors.writeFd, ...(typed === undefined ? [] : [typed.readFd])]) {
		closeSync(fd);
	}

	const taps = [
		openTap(output.readFd, process.stdout, data => {
			recording.output(data);
			return gate.isOpen();
		}),
		openTap(errors.readFd, process.stderr, data => {
			recording.output(data);
			return gate.isOpen();
		}),
	];
	const closeInput = typed === undefined ? undefined : passInput(typed, !options.keepsSecrets, recording);
	let stoppedBy: string | undefined;
	let callOff: (() => void) | undefined;
	const {promise: givenUp, resolve: giveUp} = Promise.withResolvers<undefined>();

	function stop(signal: EndingSignal): void {
		recording.flush();
		if (isSentByTerminal(signal)) {
			return;
		}

		stoppedBy ??= signal.slice('SIG'.length);
		callOff ??= stopCommand(child.pid ?? 0, signal, () => {
			giveUp(undefined);
		});
	}

	const release = catchSignals(stop);
	onStop(() => {
		stop('SIGHUP');
	});
	const ended = await Promise.race([waitForEnd(child, taps), givenUp]);
	callOff?.();
	closeInput?.();
	release();
	return {command: ended, stoppedBy};
}

async function waitForEnd(child: ChildProcess, taps: readonly Tap[]): Promise<RecEnd> {
	const {promise, resolve, reject} = Promise.withResolvers<RecEnd>();
	child.on('error', reject);
	child.on('exit', (status, signal) => {
		resolve({status: status ?? 0, signal: signal?.slice('SIG'.length)});
	});
	const [end] = await Promise.all([promise, ...taps.map(async tap => tap.ended)]);
	return end;
}

type Tap = {
	/** The last byte has been passed on, or nobody takes any. */
	readonly ended: Promise<void>;
	readonly resume: () => void;
};

/** Pass bytes from a pipe on to a stream of ours. `canGoOn` sees them first; false holds the command back until `resume`. */
function openTap(fd: number, target: NodeJS.WriteStream, canGoOn: (data: Uint8Array) => boolean): Tap {
	const {promise: ended, resolve} = Promise.withResolvers<void>();
	const buffer = Buffer.allocUnsafeSlow(chunkBytes);
	let isWriting = false;
	let isHeld = false;
	const source = new Socket({
		fd,
		readable: true,
		writable: false,
		onread: {
			buffer,
			callback(count) {
				const data = buffer.subarray(0, count);
				isHeld = !canGoOn(data);
				isWriting = true;
				target.write(data, written);
				return !isWriting && !isHeld;
			},
		},
	});

	function written(): void {
		isWriting = false;
		resume();
	}

	function resume(): void {
		isHeld = false;
		if (!isWriting) {
			source.resume();
		}
	}

	// The reader of our output has gone: closing our end tells the command, as it would have been told without us.
	target.on('error', () => {
		source.destroy();
	});
	source.on('error', () => {
		source.destroy();
	});
	source.on('close', () => {
		resolve();
	});
	source.resume();
	return {ended, resume};
}

/** Record what comes in, then hand it on. Returns a function that stops it. */
function passInput({writeFd}: PipeEnds, isMasked: boolean, recording: Recording): () => void {
	const sink = new Socket({fd: writeFd, readable: false, writable: true});
	const mask = createMask();
	const isWatchesEcho = isMasked && isatty(0);
	process.stdin.on('data', (data: Buffer) => {
		const modes = isWatchesEcho ? readModes(0) : undefined;
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
		sink.end();
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
