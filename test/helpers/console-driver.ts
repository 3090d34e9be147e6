import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import headless from '@xterm/headless';
import {spawn} from 'node-pty';
import type {IPty} from 'node-pty';
import {makeHome} from './run-scribery.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = path.join(root, 'source/launch/scribery.cjs');

const namedKeys: Readonly<Record<string, string>> = {
	enter: '\r', escape: '\u{1B}', tab: '\t', backspace: '\u{7F}', up: '\u{1B}[A', down: '\u{1B}[B', right: '\u{1B}[C', left: '\u{1B}[D', 'shift-right': '\u{1B}[1;2C', 'shift-left': '\u{1B}[1;2D', 'ctrl-c': '\u{3}',
	esc: '\u{1B}', space: ' ', 'shift-tab': '\u{1B}[Z', delete: '\u{1B}[3~', home: '\u{1B}[H', end: '\u{1B}[F', 'page-up': '\u{1B}[5~', 'page-down': '\u{1B}[6~', f2: '\u{1B}OQ',
};

/** Runs a program as a shell with job control does; a key continues it when it was suspended. */
const shell = 'set -m; "$@"; code=$?; while [ $code = 147 ] || [ $code = 148 ]; do printf "suspended "; read -r _; fg >/dev/null; code=$?; done; exit $code';

type Start = {
	readonly argv: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	readonly columns?: number;
	readonly rows?: number;
	/** With a shell that has job control between the terminal and the program. */
	readonly isUnderShell?: boolean;
};

/**
The console in a real terminal, as a person has it: keys in, screen out.

Waiting is for what stands on the screen, never for a time; what does not come within 20 s fails with the screen in the message.
*/
export class ConsoleDriver {
	readonly #pty: IPty;
	readonly #terminal: headless.Terminal;
	readonly #listeners = new Set<() => void>();
	/** All bytes the console wrote, as Latin-1 text. */
	written = '';
	exitCode: number | undefined;

	constructor({argv, environment = {}, columns = 80, rows = 24, isUnderShell = false}: Start) {
		this.#terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
		const [file, argvOfFile]: readonly [string, readonly string[]] = isUnderShell ? ['bash', ['-c', shell, 'bash', process.execPath, launcher, ...argv]] : [process.execPath, [launcher, ...argv]];
		this.#pty = spawn(file, [...argvOfFile], {
			cols: columns,
			rows,
			name: 'xterm-256color',
			encoding: null,
			env: {PATH: process.env.PATH ?? '', HOME: makeHome(), LANG: 'C.UTF-8', TERM: 'xterm-256color', ...environment},
		});
		// With `encoding: null` node-pty hands out bytes, whatever its types say.
		this.#pty.onData((data: unknown) => {
			this.written += (data as Uint8Array & {toString: (encoding: string) => string}).toString('latin1');
			this.#terminal.write(data as Uint8Array, () => {
				this.#notify();
			});
		});
		this.#pty.onExit(({exitCode}) => {
			this.exitCode = exitCode;
			this.#notify();
		});
	}

	/**
	Press keys one after the other.

	@param keys - names (`enter`, `left`, …) or characters.
	*/
	press(...keys: readonly string[]): this {
		for (const key of keys) {
			this.#pty.write(toBytes(key));
		}

		return this;
	}

	/** Write on the terminal as another program would, unknown to the console; gives the row that it stands in. */
	async scribble(text: string): Promise<number> {
		const row = Math.floor(this.#terminal.rows / 2);
		await new Promise<void>(resolve => {
			this.#terminal.write(`\u{1B}7\u{1B}[${row + 1};3H${text}\u{1B}8`, resolve);
		});
		return row;
	}

	resize(columns: number, rows: number): this {
		this.#terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
		return this;
	}

	/** The screen's rows, trailing blanks cut. */
	readLines(): string[] {
		const {active} = this.#terminal.buffer;
		return Array.from({length: this.#terminal.rows}, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '');
	}

	readScreen(): string {
		return this.readLines().join('\n');
	}

	/** What is drawn with text and background changed about. */
	readInverse(): string {
		return this.#readCells(cell => cell.isInverse() !== 0);
	}

	/** What is drawn in bold: without colours that is what is chosen. */
	readBold(): string {
		return this.#readCells(cell => cell.isBold() !== 0);
	}

	/** Counted from 0. */
	readCursor(): {readonly column: number; readonly row: number} {
		const {active} = this.#terminal.buffer;
		return {column: active.cursorX, row: active.cursorY};
	}

	isOnAlternateScreen(): boolean {
		return this.#terminal.buffer.active.type === 'alternate';
	}

	async sees(expected: string | RegExp): Promise<this> {
		await this.waitsFor(screen => typeof expected === 'string' ? screen.includes(expected) : expected.test(screen), `to see ${String(expected)}`);
		return this;
	}

	async seesNo(unexpected: string | RegExp): Promise<this> {
		await this.waitsFor(screen => !(typeof unexpected === 'string' ? screen.includes(unexpected) : unexpected.test(screen)), `no longer to see ${String(unexpected)}`);
		return this;
	}

	async waitsFor(isReached: (screen: string) => boolean, purpose: string): Promise<void> {
		await this.#until(() => isReached(this.readScreen()), purpose);
	}

	async exits(): Promise<number> {
		await this.#until(() => this.exitCode !== undefined, 'the console to end');
		// The terminal works through what it was given a little later.
		await new Promise<void>(resolve => {
			this.#terminal.write('', resolve);
		});
		return this.exitCode ?? -1;
	}

	kill(signal: string): void {
		this.#pty.kill(signal);
	}

	close(): void {
		if (this.exitCode === undefined) {
			this.#pty.kill('SIGKILL');
		}

		this.#terminal.dispose();
	}

	#readCells(isWanted: (cell: headless.IBufferCell) => boolean): string {
		const {active} = this.#terminal.buffer;
		return Array.from({length: this.#terminal.rows}, (_, row) => {
			const line = active.getLine(active.baseY + row);
			const cells = Array.from({length: this.#terminal.cols}, (_each, column) => line?.getCell(column));
			return cells.map(cell => cell !== undefined && isWanted(cell) ? cell.getChars() : '').join('');
		}).join('\n');
	}

	async #until(isReached: () => boolean, purpose: string): Promise<void> {
		if (isReached()) {
			return;
		}

		await new Promise<void>((resolve, reject) => {
			const limit = setTimeout(() => {
				this.#listeners.delete(check);
				reject(new Error(`Waited 20 s ${purpose}. The screen was:\n${this.readScreen()}`));
			}, 20_000);
			const check = () => {
				if (!isReached()) {
					return;
				}

				clearTimeout(limit);
				this.#listeners.delete(check);
				resolve();
			};

			this.#listeners.add(check);
		});
	}

	#notify(): void {
		for (const listener of this.#listeners) {
			listener();
		}
	}
}

function toBytes(key: string): string {
	const letter = /^ctrl-(?<letter>[a-z])$/v.exec(key)?.groups?.letter;
	return letter === undefined ? namedKeys[key] ?? key : String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60);
}
