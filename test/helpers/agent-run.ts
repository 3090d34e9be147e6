import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {Socket} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {parseMessage} from '../../source/format/recording/parse-message.ts';
import type {Message} from '../../source/format/recording/message.ts';
import type {ShimHome} from './shim.ts';

const program = fileURLToPath(new URL('../../source/commands/agent/host-agent.js', import.meta.url));
const patienceMs = 30_000;

/** A real agent on the spool of a login shell's home. */
export type AgentRun = {
	readonly child: ChildProcess;
	/** What it said. */
	readonly said: () => string;
	/** End it so that it has no say in it. */
	readonly kill: () => Promise<void>;
	readonly stop: () => Promise<number | null>;
};

export type AgentHome = {
	readonly config: string;
	readonly state: string;
	/** By the writer's name. */
	readonly files: Readonly<Record<string, string>>;
};

/** How full the machine's own disk is, is not the tests' business. */
const ignoringThisDisk = {noticePercent: 100, warningPercent: 100, criticalPercent: 100};

/** Configure an agent with a file for each writer. */
export function makeAgentHome({folder, spool}: ShimHome, {writers = ['file'], ...settings}: {readonly writers?: readonly string[]} & Readonly<Record<string, unknown>> = {}): AgentHome {
	const config = path.join(folder, 'agent.json');
	const state = path.join(folder, 'state');
	const files = Object.fromEntries(writers.map(name => [name, path.join(folder, `${name}.jsonl`)]));
	writeFileSync(config, JSON.stringify({spool, state, limits: ignoringThisDisk, ...settings, writers: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, {type: 'file', path: file}]))}));
	return {config, state, files};
}

export function startAgentRun({config}: AgentHome, file = program): AgentRun {
	const child = spawn(process.execPath, [file, '--config', config], {stdio: ['ignore', 'ignore', 'pipe']});
	const chunks: string[] = [];
	child.unref(); // A test that fails leaves it behind.
	const {stderr} = child;
	if (stderr instanceof Socket) {
		stderr.unref();
	}

	function killLeftOver(): void {
		child.kill('SIGKILL');
	}

	process.once('exit', killLeftOver);
	child.once('exit', () => {
		process.off('exit', killLeftOver);
	});
	stderr.setEncoding('utf8').on('data', (text: string) => {
		chunks.push(text);
	});
	async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
		if (child.exitCode !== null || child.signalCode !== null) {
			return child.exitCode;
		}

		child.ref();
		child.kill(signal);
		const [code] = await once(child, 'exit') as [number | null]; // As the event's documentation has it.
		return code;
	}

	return {
		child,
		said: () => chunks.join(''),
		async kill() {
			await end('SIGKILL');
		},
		stop: async () => end('SIGTERM'),
	};
}

/** Segments left in a spool. */
export function listFrames({spool}: ShimHome): string[] {
	return readdirSync(spool, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.frames'));
}

/** Wait until everything is delivered and removed. */
export async function untilDelivered(home: ShimHome, agent?: AgentRun): Promise<void> {
	await until(() => listFrames(home).length === 0, () => `still in the spool: ${listFrames(home).join(', ')}; the agent said: ${agent?.said() ?? ''}`);
}

export async function until(isReached: () => boolean, describe: () => string): Promise<void> {
	const began = Date.now();
	while (!isReached()) {
		if (Date.now() - began > patienceMs) {
			throw new Error(`Waited ${patienceMs / 1000} s in vain: ${describe()}`);
		}

		await sleep(20);
	}
}

/** Messages of a file by recording, in the order they were written. */
export function readDelivered(file: string | undefined): Map<string, Message[]> {
	const lines = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
	return Map.groupBy(lines.map(line => parseMessage(line)), ({rec}) => rec ?? '');
}

/** All bytes of one direction. */
export function joinPackets(messages: readonly Message[], type: 'input' | 'output'): Buffer {
	return Buffer.concat(messages.flatMap(({packets}) => packets).flatMap(packet => packet.type === type ? [packet.data] : []));
}
