import {Buffer} from 'node:buffer';
import os from 'node:os';
import {isatty} from 'node:tty';
import type {Clock} from '../../source/clock.ts';
import type {RecordingHeader} from '../../source/format/recording/message.ts';
import type {Delivery} from '../delivery/delivery.ts';
import {RecorderError} from '../errors.ts';
import {readIdentity} from '../identity.ts';
import {checkProgram} from './find-program.ts';
import {createGate} from './gate.ts';
import type {Gate} from './gate.ts';
import {createNotices} from './notices.ts';
import type {RecEnd, RecOptions} from './options.ts';
import {createOutbox} from './outbox.ts';
import {startRecording} from './recording.ts';
import type {Recording} from './recording.ts';
import {runOnPipes} from './run-on-pipes.ts';
import {runOnTerminal} from './run-on-terminal.ts';
import type {SessionEnd, SessionOptions} from './session.ts';
import {readVariable} from './start-block.ts';
import type {StartBlock} from './start-block.ts';

export type RecWorld = {
	/** What this process was started with. */
	readonly start: StartBlock;
	readonly clock: Clock;
	/** Opens what the recording goes to; before the command starts, so that a recording that cannot be kept is refused. */
	readonly openDelivery: (header: RecordingHeader) => Promise<Delivery>;
};

/**
Run a command and record its session.

@returns How this process should end: as the command did, or of the signal that ended the recorder.
@throws {RecorderError} before the command has started.
*/
export async function runRec(options: RecOptions, {start, clock, openDelivery}: RecWorld): Promise<RecEnd> {
	const command = chooseCommand(options.command, start);
	checkProgram(Buffer.from(command[0] ?? '').toString(), readVariable(start, 'PATH'));
	const header = readIdentity(readVariable(start, 'TERM') ?? '');
	const delivery = await openDelivery(header);

	const hasTerminal = isatty(0) && isatty(1);
	const notices = createNotices(hasTerminal);
	if (hasTerminal) {
		notices.greet(options.notice);
	}

	let recording: Recording | undefined;
	let gate: Gate | undefined;
	let stop: (() => void) | undefined;
	let isBroken = false;
	const outbox = createOutbox({
		delivery,
		onFault(fault) {
			isBroken = true;
			notices.warn(printFault(delivery.name, fault, options.failureMode));
			if (options.failureMode === 'strict') {
				stop?.();
			}
		},
		onRoom() {
			gate?.release('delivery');
		},
	});

	const session: SessionOptions = {
		options,
		command,
		start,
		record(onOpen) {
			gate = createGate(onOpen);
			recording = startRecording({header, clock, options, outbox, gate});
			return {recording, gate};
		},
		onStop(given) {
			stop = given;
		},
		warn: notices.warn,
	};
	const ended = await (hasTerminal ? runOnTerminal(session) : runOnPipes(session));
	recording?.end(printExit(ended));
	const losses = await outbox.close();
	if (losses.messages > 0) {
		notices.warn(`${delivery.name}: the recording lacks ${losses.messages} messages that could not be written`);
	}

	notices.end();
	return isBroken && options.failureMode === 'strict' ? {status: 3, signal: undefined} : endOf(ended);
}

/** The bytes of the words typed; the shell of the user where none were. */
function chooseCommand(typed: readonly string[], start: StartBlock): readonly Uint8Array[] {
	return typed.length > 0 ? start.words.slice(-typed.length) : [Buffer.from(readVariable(start, 'SHELL') ?? os.userInfo().shell ?? '/bin/sh')];
}

function printFault(name: string, fault: unknown, mode: RecOptions['failureMode']): string {
	const problem = fault instanceof Error ? fault.message : String(fault);
	return `${name}: the recording could not be written: ${problem}${mode === 'strict' ? '; the session was ended' : ''}`;
}

function printExit({command, stoppedBy}: SessionEnd): string | undefined {
	return command === undefined ? stoppedBy : command.signal ?? String(command.status);
}

function endOf({command, stoppedBy}: SessionEnd): RecEnd {
	if (stoppedBy !== undefined) {
		return {status: 0, signal: stoppedBy};
	}

	if (command === undefined) {
		throw new RecorderError('The command ended without telling how');
	}

	return command;
}
