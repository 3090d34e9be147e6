import {spawnSync} from 'node:child_process';
import {toolPath} from './start-words.ts';

/** Cfmakeraw(3), in stty's words. Node's own `setRawMode` leaves output processing on, which doubles carriage returns. */
const rawModes = ['raw', '-echo', '-echonl', '-iexten', 'cs8', '-parenb'];

/** `stty` waits until the terminal has taken all output; one that has stalled must not hold the recorder for ever. */
const patienceMs = 3000;

const localFlagsField = 3;
const canonicalFlag = 0x02; // ICANON of <asm-generic/termbits.h>: the line discipline collects whole lines.
const echoFlag = 0x08;

/**
Read a terminal's modes.

@param fd - of a terminal, or the master of a pty (then the modes are those of its other side).
@returns The modes as `stty` saves them, or `undefined` where they cannot be read.
*/
export function readModes(fd: number): string | undefined {
	const {status, stdout} = spawnSync('stty', ['-g'], {stdio: [fd, 'pipe', 'ignore'], timeout: patienceMs, env: {PATH: toolPath}, encoding: 'utf8'});
	return status === 0 ? stdout.trim() : undefined;
}

/** Give a terminal modes that `readModes` read. */
export function writeModes(fd: number, modes: string): void {
	spawnSync('stty', [modes], {stdio: [fd, 'ignore', 'ignore'], timeout: patienceMs, env: {PATH: toolPath}});
}

/** Hand every byte through, in both directions, untouched. */
export function makeRaw(fd: number): void {
	spawnSync('stty', rawModes, {stdio: [fd, 'ignore', 'ignore'], timeout: patienceMs, env: {PATH: toolPath}});
}

export type Echo = {
	readonly isEchoing: boolean;
	/** The kernel edits the line: a program that asks for a password leaves this on, a full-screen program does not. */
	readonly isLineWise: boolean;
};

/** Read the two flags off modes saved by `stty -g`: numbers in hexadecimal, the fourth holds the local flags. */
export function parseEcho(modes: string): Echo {
	const flags = Number.parseInt(modes.split(':', 4)[localFlagsField] ?? '', 16);

	return {isEchoing: (flags & echoFlag) !== 0, isLineWise: (flags & canonicalFlag) !== 0};
}
