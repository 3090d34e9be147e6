import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../source/clock.ts';
import {openStore} from '../../source/store/open-store.ts';
import type {SessionKey} from '../../source/store/store.ts';
import {until} from './agent-run.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));

/** A real `scribery collect`. */
export type CollectorRun = {
	readonly child: ChildProcess;
	/** Where it listens, in the order of the words; it has said so. */
	readonly addresses: readonly string[];
	/** What it said on standard error. */
	readonly said: () => string;
	readonly kill: () => Promise<void>;
	/** Gives the exit code. */
	readonly stop: () => Promise<number | null>;
};

/** Start a collector and wait until it listens; it is killed when the test ends. */
export async function startCollector(t: ExecutionContext, words: readonly string[]): Promise<CollectorRun> {
	const child = spawn(process.execPath, [launcher, 'collect', ...words], {stdio: ['ignore', 'pipe', 'pipe'], env: {PATH: process.env.PATH, HOME: '/nonexistent'}});
	let printed = '';
	let complaints = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		printed += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		complaints += text;
	});

	async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
		if (child.exitCode === null && child.signalCode === null) {
			const gone = once(child, 'exit');
			child.kill(signal);
			await gone;
		}

		return child.exitCode;
	}

	t.teardown(async () => end('SIGKILL'));
	await until(() => printed.includes('ready\n') || child.exitCode !== null, () => `not ready: ${complaints}`);
	if (child.exitCode !== null) {
		throw new Error(`scribery collect ended with ${child.exitCode}: ${complaints}`);
	}

	return {
		child,
		addresses: printed.split('\n').flatMap(line => /^listening on (?<address>.+)$/v.exec(line)?.groups?.address ?? []),
		said: () => complaints,
		async kill() {
			await end('SIGKILL');
		},
		stop: async () => end('SIGTERM'),
	};
}

/** The port of `relp://127.0.0.1:2514`. */
export function readPort(address = ''): number {
	return Number(address.slice(address.lastIndexOf(':') + 1));
}

/** The lines that a store has of one recording. */
export async function readStored(file: string, key: SessionKey): Promise<readonly string[]> {
	const store = await openStore(file, {mode: 'read', clock: systemClock});
	try {
		return await Array.fromAsync(store.readMessages(key), ({text}) => text);
	} finally {
		await store.close();
	}
}
