import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {readStatField} from '../identity.ts';

/** What the user started us with, byte for byte: `process.env` and `process.argv` turn what is not UTF-8 into replacement characters. */
export type StartBlock = {
	/** `NAME=value` each, in the order given. */
	readonly environment: readonly Uint8Array[];
	readonly words: readonly Uint8Array[];
	/** Soft limit of open files, which Node raises for itself. */
	readonly openFiles: string | undefined;
};

/** Set by the launcher to its process id when it goes on under another Node. */
const launcherMark = 'SCRIBERY_LAUNCHER';

export function readStartBlock(): StartBlock {
	const launcher = isLaunched() ? process.ppid : process.pid;
	const npm = isRunByNpm() ? findNpm(launcher) : undefined;
	return {
		environment: readList(`/proc/${npm ?? launcher}/environ`),
		words: readList(`/proc/${launcher}/cmdline`),
		openFiles: readOpenFiles(npm ?? launcher),
	};
}

/** The variable's value as text; `undefined` when unset or empty. */
export function readVariable({environment}: StartBlock, name: string): string | undefined {
	const found = environment.map(entry => Buffer.from(entry).toString()).find(entry => entry.startsWith(`${name}=`));
	const value = found?.slice(name.length + 1);
	return value === '' ? undefined : value;
}

function isLaunched(): boolean {
	return process.env[launcherMark] === String(process.ppid);
}

/** True for `npm run scribery` in our own checkout. In anybody else's npm script the user wants npm's environment. */
function isRunByNpm(): boolean {
	const {npm_package_name: name, npm_lifecycle_event: script} = process.env;
	return name === 'scribery' && (script === 'scribery' || script === 'start');
}

/** The nearest ancestor that npm has not yet given its variables: npm itself. */
function findNpm(pid: number): number | undefined {
	for (let ancestor = readParent(pid); ancestor > 1; ancestor = readParent(ancestor)) {
		if (readList(`/proc/${ancestor}/environ`).every(entry => !Buffer.from(entry).toString('latin1').startsWith('npm_lifecycle_event='))) {
			return ancestor;
		}
	}

	return undefined;
}

function readParent(pid: number): number {
	return Number(readStatField(readFileSync(`/proc/${pid}/stat`, 'utf8'), 4));
}

function readList(file: string): Uint8Array[] {
	const bytes = readFileSync(file);
	const entries: Uint8Array[] = [];
	for (let start = 0; start < bytes.length;) {
		const end = bytes.indexOf(0, start);
		const stop = end === -1 ? bytes.length : end;
		entries.push(bytes.subarray(start, stop));
		start = stop + 1;
	}

	return entries;
}

/** Our parent's limit is the one we were given: our own was raised before the first line of this program ran. */
function readOpenFiles(pid: number): string | undefined {
	const limits = readFileSync(`/proc/${readParent(pid)}/limits`, 'utf8');
	return /^Max open files\s+(?<soft>\d+)/mv.exec(limits)?.groups?.soft;
}
