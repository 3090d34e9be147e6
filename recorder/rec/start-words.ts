import {Buffer, isUtf8} from 'node:buffer';
import process from 'node:process';

/** Where `sh` finds `stty` and `env`: the system's own before anything on the user's path. */
export const toolPath = `/usr/bin:/bin:${process.env.PATH ?? ''}`;

export type Start = {
	readonly command: readonly Uint8Array[];
	/** `NAME=value` each. */
	readonly environment: readonly Uint8Array[];
	/** Modes the terminal gets first, as `stty` saved them; `undefined` to leave them. */
	readonly modes: string | undefined;
	/** Soft limit of open files; `undefined` to leave it. */
	readonly openFiles: string | undefined;
};

/**
The words that start a command with exactly these bytes of arguments and environment, on a terminal with exactly these modes.

JavaScript strings carry neither (node-pty and `child_process` print them as UTF-8), and node-pty's modes are its own. So `/bin/sh` with an empty environment sets the modes, then becomes `env -i`, which becomes the command: one process, whose arguments, environment and id are those asked for. Measured at 2.5 ms.
*/
export function planStart({command, environment, modes, openFiles}: Start): readonly string[] {
	const words = [...environment.filter((entry, index) => isKept(entry, index, environment)), ...command];
	const plain = words.map(word => isUtf8(word) ? Buffer.from(word).toString() : '');
	const script = [
		...(openFiles === undefined ? [] : [`ulimit -S -n ${openFiles} 2>/dev/null`]),
		...(modes === undefined ? [] : [`stty ${modes} 2>/dev/null`]),
		...words.flatMap((word, index) => isUtf8(word) ? [] : [`w${index}=$(printf '${printOctal(word)}.')`]),
		`exec env -i -- ${words.some(word => !isUtf8(word)) ? words.map((word, index) => isUtf8(word) ? `"\${${index + 1}}"` : `"\${w${index}%.}"`).join(' ') : '"$@"'}`,
	].join('; ');
	return ['/bin/sh', '-c', script, 'sh', ...plain];
}

/** `env` takes entries with a name only; of two with one name the first counts, as for getenv(3). */
function isKept(entry: Uint8Array, index: number, environment: readonly Uint8Array[]): boolean {
	const name = nameOf(entry);
	return name.length > 0 && environment.findIndex(other => nameOf(other) === name) === index;
}

function nameOf(entry: Uint8Array): string {
	const end = entry.indexOf(0x3D);
	return end === -1 ? '' : Buffer.from(entry.subarray(0, end)).toString('latin1');
}

function printOctal(word: Uint8Array): string {
	return [...word].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
