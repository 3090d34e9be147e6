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

/** What to run, and with which environment. */
export type StartPlan = {
	readonly words: readonly string[];
	/** Names and values as text. */
	readonly environment: ReadonlyArray<readonly [name: string, value: string]>;
};

/**
Names that a shell, the loader or the C library changes or acts upon. They reach the command through the words of `env`, where everybody can read them for an instant; none is a place for a secret.
*/
const actedUpon = /^(?:_|PWD|OLDPWD|SHLVL|PATH|CDPATH|IFS|PS\d|PPID|E?UID|ENV|TERM|TZ|COLUMNS|LINES|LINENO|OPT(?:ARG|ERR|IND)|MAIL.*|HIST.*|HOST(?:NAME|TYPE)|(?:MACH|OS)TYPE|GROUPS|DIRSTACK|FUNC.*|PIPESTATUS|PROMPT_COMMAND|S?RANDOM|SECONDS|REPLY|READLINE_.*|EPOCH.*|TMOUT|CHILD_MAX|IGNOREEOF|ignoreeof|GLOBIGNORE|EXECIGNORE|FIGNORE|FCEDIT|TIMEFORMAT|COMP.*|COPROC.*|KSH_.*|MKSH.*|MAPFILE|SHELLOPTS|BASH.*|auto_resume|histchars|POSIX.*|LANG|LANGUAGE|LC_.*|LOCPATH|NLSPATH|TEXTDOMAIN.*|GCONV_PATH|LD_.*|MALLOC_.*|GLIBC_TUNABLES|NODE_V8_COVERAGE)$/v;

/** What a shell adds of its own accord, and the path it was given. */
const addedOnTheWay = ['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'];

/**
How to start a command with exactly these bytes of arguments and environment, on a terminal with exactly these modes.

JavaScript strings carry neither (node-pty and `child_process` print them as UTF-8), and node-pty's modes are its own. So `/bin/sh` sets the modes, then becomes `env`, which becomes the command: one process, whose arguments, environment and id are those asked for. Measured at 2.5 ms.

The environment is inherited through both, so that no value of it stands among words, which every user of the machine may read (`/proc/PID/cmdline`). A value that is not UTF-8 travels as octal, which `sh` turns back.
*/
export function planStart({command, environment, modes, openFiles}: Start): StartPlan {
	const kept = environment.filter((entry, index) => isKept(entry, index, environment));
	const inherited = kept.filter(entry => isInherited(nameOf(entry)));
	const told = kept.filter(entry => !isInherited(nameOf(entry)));
	const added = addedOnTheWay.filter(name => told.every(entry => nameOf(entry) !== name));
	const words = [...told, ...command];
	const script = [
		...(openFiles === undefined ? [] : [`ulimit -S -n ${openFiles} 2>/dev/null`]),
		...(modes === undefined ? [] : [`stty ${modes} 2>/dev/null`]),
		...inherited.filter(entry => !isUtf8(entry)).map(entry => nameOf(entry)).map(name => `${name}=$(printf "$${name}."); ${name}=\${${name}%.}`),
		...words.flatMap((word, index) => isUtf8(word) ? [] : [`w${index}=$(printf '${printOctal(word)}.')`]),
		`exec env ${added.map(name => `-u ${name} `).join('')}-- ${words.some(word => !isUtf8(word)) ? words.map((word, index) => isUtf8(word) ? `"\${${index + 1}}"` : `"\${w${index}%.}"`).join(' ') : '"$@"'}`,
	].join('; ');
	return {
		words: ['/bin/sh', '-c', script, 'sh', ...words.map(word => isUtf8(word) ? Buffer.from(word).toString() : '')],
		environment: [['PATH', toolPath], ...inherited.map((entry): [string, string] => [nameOf(entry), printValue(entry)])],
	};
}

/** Whether a shell hands an entry of this name on as it came. Those of our own script's names (`w0`) would be overwritten by it. */
function isInherited(name: string): boolean {
	return /^[A-Z_a-z]\w*$/v.test(name) && !/^w\d+$/v.test(name) && !actedUpon.test(name);
}

function printValue(entry: Uint8Array): string {
	const value = entry.subarray(entry.indexOf(0x3D) + 1);
	return isUtf8(entry) ? Buffer.from(value).toString() : printOctal(value);
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
