import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {openPty} from '../../recorder/rec/pty.ts';
import type {Pty} from '../../recorder/rec/pty.ts';
import type {Message} from '../../source/format/recording/message.ts';
import {parseMessage} from '../../source/format/recording/parse-message.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/** The command line as the tests have built it, for `node`. */
export const cli = fileURLToPath(new URL('../../source/cli.js', import.meta.url));

export type TerminalRunOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly environment?: Readonly<Record<string, string>>;
};

/** A program in a real terminal, read by the recorder's own reader: node-pty's drops what a loaded machine leaves unread for 200 ms after the end. Waiting is for what is shown, never for a time; what does not come within 20 s, or the patience given, fails with what was shown. */
export class TerminalRun {
	readonly #pty: Pty;
	readonly #chunks: Uint8Array[] = [];
	readonly #ended: Promise<{readonly status: number; readonly signal: number}>;
	#listeners: ReadonlyArray<() => void> = [];
	#isPaused = false;
	#written = Promise.resolve();

	constructor(file: string, words: readonly string[], {columns = 80, rows = 24, environment = {}}: TerminalRunOptions = {}) {
		const {promise, resolve} = Promise.withResolvers<{readonly status: number; readonly signal: number}>();
		this.#ended = promise;
		const variables = {PATH: process.env.PATH ?? '', HOME: os.homedir(), LANG: 'C.UTF-8', TERM: 'xterm-256color', SHELL: '/bin/sh', ...environment};
		this.#pty = openPty({
			start: {words: [file, ...words], environment: Object.entries(variables)},
			size: {columns, rows},
			onOutput: data => {
				this.#chunks.push(Buffer.from(data));
				this.#notify();
				return !this.#isPaused;
			},
			onEnd: ({status, signal}) => {
				resolve({status, signal: numberOf(signal)});
				this.#notify();
			},
		});
	}

	get pid(): number {
		return this.#pty.pid;
	}

	/** What was shown so far. */
	get shown(): Buffer {
		return Buffer.concat(this.#chunks);
	}

	type(text: string | Uint8Array): this {
		this.#written = this.#write(this.#written, Buffer.from(text));
		return this;
	}

	resize(columns: number, rows: number): this {
		this.#pty.resize({columns, rows});
		return this;
	}

	pause(): this {
		this.#isPaused = true;
		return this;
	}

	resume(): this {
		this.#isPaused = false;
		this.#pty.resume();
		return this;
	}

	async sees(text: string, times = 1, patienceMs = 20_000): Promise<this> {
		const isReached = (): boolean => this.shown.toString().split(text).length > times;
		const {promise, resolve, reject} = Promise.withResolvers<void>();
		const limit = setTimeout(() => {
			reject(new Error(`Waited ${patienceMs / 1000} s to see ${JSON.stringify(text)}. What was shown: ${JSON.stringify(this.shown.toString())}`));
		}, patienceMs);
		this.#listeners = [() => {
			if (isReached()) {
				resolve();
			}
		}];
		this.#notify();
		try {
			await promise;
		} finally {
			clearTimeout(limit);
		}

		return this;
	}

	async ends(): Promise<{readonly status: number; readonly signal: number}> {
		return this.#ended;
	}

	/** A terminal whose program reads nothing takes only some at a time. */
	async #write(before: Promise<void>, data: Uint8Array): Promise<void> {
		await before;
		let rest = data;
		while (rest.length > 0) {
			rest = rest.subarray(this.#pty.write(rest));
			await nextTurn();
		}
	}

	#notify(): void {
		for (const listener of this.#listeners) {
			listener();
		}
	}
}

function numberOf(signal: string | undefined): number {
	return Object.entries(os.constants.signals).find(([name]) => name === `SIG${signal ?? ''}`)?.[1] ?? 0;
}

/** A file for one recording, in a folder of its own. */
export function recordingFile(): string {
	return path.join(makeTemporaryFolder('scribery-rec-'), 'recording.jsonl');
}

/** Start `scribery rec -o FILE` in a real terminal. */
export function recordInTerminal(file: string, words: readonly string[], options?: TerminalRunOptions): TerminalRun {
	return new TerminalRun(process.execPath, [cli, 'rec', '-o', file, ...words], options);
}

export function readMessages(file: string): Message[] {
	return readFileSync(file, 'utf8').split('\n').slice(0, -1).map(line => parseMessage(line));
}

/** All bytes recorded in one direction. */
export function readBytes(file: string, type: 'input' | 'output'): Buffer {
	return Buffer.concat(readMessages(file).flatMap(({packets}) => packets).flatMap(packet => packet.type === type ? [packet.data] : []));
}

/** Window sizes in the order recorded, each change once. */
export function readSizes(file: string): string[] {
	const sizes = readMessages(file).flatMap(({packets}) => packets).flatMap(packet => packet.type === 'window' ? [`${packet.columns}x${packet.rows}`] : []);
	return sizes.filter((size, index) => size !== sizes[index - 1]);
}
