import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {closeSync} from 'node:fs';
import process from 'node:process';
import {RecorderError} from '../errors.ts';
import {catchSignals} from './catch-signals.ts';
import type {EndingSignal} from './catch-signals.ts';
import type {RecEnd} from './options.ts';
import {passInput} from './pass-input.ts';
import {openPipes} from './pipe-ends.ts';
import {isSentByTerminal} from './sent-by-terminal.ts';
import type {SessionEnd, SessionOptions} from './session.ts';
import {planStart} from './start-words.ts';
import {sendSignal} from './stop-command.ts';
import {openTap} from './tap.ts';
import type {Tap} from './tap.ts';

/** How long a command that was stopped, and what it has left running, may still write. */
const afterwardsMs = 500;

/**
Run the command between pipes, and record what passes: standard output and error stay apart and every byte as it is. No window sizes, no notices.

Standard input is the command's own unless it is recorded: the command takes from it only what it reads. The session lasts until both outputs end, which a background job may hold open, as it would without a recorder.
*/
export async function runOnPipes({options, command, start, record, onStop, warn}: SessionOptions): Promise<SessionEnd> {
	const taps: Tap[] = [];
	const {recording, gate} = record(() => {
		for (const tap of taps) {
			tap.resume();
		}
	});
	const [output, errors, typed] = openPipes(options.recordsInput ? ['read', 'read', 'write'] : ['read', 'read']);
	if (output === undefined || errors === undefined) {
		throw new RecorderError('The command has no pipes'); // Two were asked for.
	}

	const plan = planStart({command, environment: start.environment, modes: undefined, openFiles: start.openFiles});
	const [file = '', ...words] = plan.words;
	const child = spawn(file, words, {env: Object.fromEntries(plan.environment), stdio: [typed?.readFd ?? 'inherit', output.writeFd, errors.writeFd]});
	const exited = waitForExit(child);
	for (const fd of [output.writeFd, errors.writeFd, ...(typed === undefined ? [] : [typed.readFd])]) {
		closeSync(fd);
	}

	function canGoOn(data: Uint8Array): boolean {
		recording.output(data);
		return gate.isOpen();
	}

	function onFault({message}: Error): void {
		warn(`what the command printed could not all be passed on: ${message}`);
	}

	taps.push(
		openTap({fd: output.readFd, target: process.stdout, canGoOn, onFault}),
		openTap({fd: errors.readFd, target: process.stderr, canGoOn, onFault}),
	);
	const closeInput = typed === undefined ? undefined : passInput({writeFd: typed.writeFd, isMasked: !options.keepsSecrets, recording});
	const {promise: leaving, resolve: leave} = Promise.withResolvers<void>();
	let stoppedBy: string | undefined;
	let end: RecEnd | undefined;

	function stop(signal: EndingSignal): void {
		recording.flush();
		if (isSentByTerminal(signal)) {
			return;
		}

		sendSignal(child.pid ?? 0, signal);
		if (stoppedBy !== undefined) {
			leave(); // Asked twice: the command takes too long over its end.
		}

		stoppedBy ??= signal.slice('SIG'.length);
	}

	async function watch(): Promise<void> {
		end = await exited;
		if (stoppedBy !== undefined) {
			setTimeout(leave, afterwardsMs);
		}

		await Promise.all(taps.map(async tap => tap.ended));
	}

	const release = catchSignals(stop);
	onStop(() => {
		stop('SIGHUP');
		setTimeout(leave, afterwardsMs);
	});
	await Promise.race([watch(), leaving]);
	for (const tap of taps) {
		tap.close();
	}

	closeInput?.();
	release();
	return {command: end, stoppedBy};
}

async function waitForExit(child: ChildProcess): Promise<RecEnd> {
	const {promise, resolve, reject} = Promise.withResolvers<RecEnd>();
	child.on('error', reject);
	child.on('exit', (status, signal) => {
		resolve({status: status ?? 0, signal: signal?.slice('SIG'.length)});
	});
	return promise;
}
