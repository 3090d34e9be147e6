import process from 'node:process';
import {createMask} from '../message/mask.ts';
import {watchPrompt} from '../message/secret-prompt.ts';
import {catchSignals} from './catch-signals.ts';
import type {EndingSignal} from './catch-signals.ts';
import type {RecEnd} from './options.ts';
import {openPty} from './pty.ts';
import type {Pty} from './pty.ts';
import type {SessionEnd, SessionOptions} from './session.ts';
import {planStart} from './start-words.ts';
import {stopCommand} from './stop-command.ts';
import {parseEcho, readModes} from './stty.ts';
import {borrowTerminal} from './terminal.ts';
import type {Terminal} from './terminal.ts';
import {createTyping} from './typing.ts';

/** Run the command on a terminal of its own, inside the user's, and record what passes between the two. */
export async function runOnTerminal(session: SessionOptions): Promise<SessionEnd> {
	const terminal = borrowTerminal();
	const giveBack = keepSafe(terminal);
	try {
		return await pump(session, terminal);
	} finally {
		giveBack();
		terminal.close();
	}
}

/** Whatever ends this process, the terminal gets its modes back; but for SIGKILL, which nobody can answer. */
function keepSafe(terminal: Terminal): () => void {
	const {restore} = terminal;
	const suspend = (): void => {
		restore();
		process.kill(process.pid, 'SIGSTOP');
	};

	process.on('exit', restore);
	process.on('uncaughtExceptionMonitor', restore);
	process.on('SIGTSTP', suspend);
	process.on('SIGCONT', terminal.makeRaw);
	return () => {
		restore();
		process.off('exit', restore);
		process.off('uncaughtExceptionMonitor', restore);
		process.off('SIGTSTP', suspend);
		process.off('SIGCONT', terminal.makeRaw);
	};
}

async function pump({options, command, start, record, onStop}: SessionOptions, terminal: Terminal): Promise<SessionEnd> {
	const {promise, resolve} = Promise.withResolvers<SessionEnd>();
	const watch = watchPrompt();
	const {recording, gate} = record(() => {
		pty.resume();
	});
	let stoppedBy: string | undefined;
	let callOff: (() => void) | undefined;

	const size = terminal.size();
	recording.window(size.columns, size.rows);
	const pty = openPty({
		start: planStart({command, environment: start.environment, modes: terminal.modes, openFiles: start.openFiles}),
		size,
		onOutput(data) {
			recording.output(data); // Before it is shown: nothing is seen that is not recorded.
			if (options.recordsInput) {
				watch.see(data);
			}

			if (!terminal.show(data)) {
				gate.hold('terminal');
			}

			return gate.isOpen();
		},
		onEnd(end) {
			finish(end);
		},
	});
	terminal.makeRaw();

	const typing = createTyping({
		pty,
		terminal,
		record: recording.input,
		isSecret: options.recordsInput && !options.keepsSecrets ? typed => isSecret(pty, watch.isAsking, typed) : () => false,
		mask: createMask(),
	});
	terminal.listen({
		onInput: typing.take,
		onResize({columns, rows}) {
			pty.resize({columns, rows});
			recording.window(columns, rows);
		},
		onRoom() {
			gate.release('terminal');
		},
		onHangUp() {
			stop('SIGHUP');
		},
	});
	const release = catchSignals(stop);
	onStop(() => {
		stop('SIGHUP');
	});

	function stop(signal: EndingSignal): void {
		recording.flush();
		stoppedBy ??= signal.slice('SIG'.length);
		callOff ??= stopCommand(pty.pid, signal, () => {
			finish(undefined);
		});
	}

	function finish(end: RecEnd | undefined): void {
		callOff?.();
		typing.end();
		resolve({command: end, stoppedBy});
	}

	const ended = await promise;
	release();
	return ended;
}

/**
Whether what is about to be handed to the command is a secret: the command's terminal collects a line without showing it, or takes single keys after a question for a secret.

Looked at before the bytes are handed over (1.4 ms). What the command switches between this look and its reading is not seen.
*/
function isSecret(pty: Pty, isAsking: (typed: Uint8Array) => boolean, typed: Uint8Array): boolean {
	const modes = readModes(pty.fd);
	if (modes === undefined) {
		return true; // Not to be told: rather too little than a password.
	}

	const {isEchoing, isLineWise} = parseEcho(modes);
	return !isEchoing && (isLineWise || isAsking(typed));
}
