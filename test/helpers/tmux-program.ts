import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import type {TerminalSize} from '../../source/terminal/emulator.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

const patienceMs = 20_000;

/** A program in a pane of a tmux of its own, as a person has it: keys in, screen out. */
export class TmuxProgram {
	readonly #socket = path.join(makeTemporaryFolder('scribery-tmux-'), 'server');

	constructor(words: readonly string[], {columns, rows}: TerminalSize, environment: Readonly<Record<string, string>>) {
		const env = {PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...environment};
		execFileSync('tmux', ['-S', this.#socket, '-f', '/dev/null', '-u', 'new-session', '-d', '-x', String(columns), '-y', String(rows), ...words], {env});
	}

	press(...keys: readonly string[]): this {
		this.#ask('send-keys', '-t', ':', ...keys);
		return this;
	}

	readScreen(): string {
		return this.#ask('capture-pane', '-p', '-t', ':');
	}

	async waitsFor(isReached: (screen: string) => boolean, purpose: string): Promise<string> {
		const began = Date.now();
		for (;;) {
			const screen = this.readScreen();
			if (isReached(screen)) {
				return screen;
			}

			if (Date.now() - began > patienceMs) {
				throw new Error(`Waited ${patienceMs / 1000} s ${purpose}. The screen was:\n${screen}`);
			}

			await sleep(50);
		}
	}

	close(): void {
		this.#ask('kill-server');
	}

	#ask(...words: readonly string[]): string {
		return execFileSync('tmux', ['-S', this.#socket, ...words], {encoding: 'utf8'});
	}
}
