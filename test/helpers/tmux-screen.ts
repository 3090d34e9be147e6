import {execFileSync, spawn} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import type {WriteStream} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {TerminalSize} from '../../source/terminal/emulator.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/** A terminal that is none of ours: a pane of a real tmux of its own, fed with bytes, read with `capture-pane`. */
export class TmuxScreen {
	readonly #tmux: ChildProcessWithoutNullStreams;
	readonly #pane: WriteStream;
	readonly #answers: Array<(lines: string[]) => void> = [];
	#marks = 0;

	private constructor(tmux: ChildProcessWithoutNullStreams, pane: WriteStream) {
		this.#tmux = tmux;
		this.#pane = pane;
		let block: string[] | undefined;
		createInterface({input: tmux.stdout}).on('line', line => {
			if (block === undefined) {
				block = line.startsWith('%begin ') ? [] : undefined;
			} else if (/^%(?:end|error) \d+ \d+ \d+$/v.test(line)) {
				this.#answers.shift()?.(block);
				block = undefined;
			} else {
				block.push(line);
			}
		});
	}

	static async start({columns, rows}: TerminalSize): Promise<TmuxScreen> {
		const fifo = path.join(makeTemporaryFolder('scribery-tmux-'), 'pane');
		execFileSync('mkfifo', [fifo]);
		const tmux = spawn('tmux', ['-S', path.join(path.dirname(fifo), 'server'), '-f', '/dev/null', '-u', '-C', 'new-session', '-x', String(columns), '-y', String(rows), `stty raw -echo; exec cat ${fifo}`], {
			env: {PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'xterm-256color', HOME: path.dirname(fifo)},
		});
		const screen = new TmuxScreen(tmux, createWriteStream(fifo));
		await screen.#hear();
		await screen.#ask('refresh-client -f no-output');
		await screen.#ask(`refresh-client -C ${columns}x${rows}`);
		await screen.#ask(`resize-window -x ${columns} -y ${rows}`);
		return screen;
	}

	/** Show bytes; they must end where no sequence is half written. Resolves when tmux has drawn them. */
	async feed(bytes: Uint8Array): Promise<void> {
		this.#marks++;
		const mark = `mark-${this.#marks}`;
		this.#pane.write(bytes);
		this.#pane.write(`\u{1B}]2;${mark}\u{7}`);
		let title;
		do {
			[title] = await this.#ask('display-message -p "#{pane_title}"');
		} while (title !== mark);
	}

	/** The lines that stand there: wrapped rows joined, blanks at the end cut, blank lines left out. */
	async capture(): Promise<string[]> {
		const lines = await this.#ask('capture-pane -p -J');
		return lines.map(line => line.trimEnd()).filter(line => line !== '');
	}

	async close(): Promise<void> {
		this.#tmux.stdin.write('kill-server\n');
		this.#pane.destroy();
		await once(this.#tmux, 'close');
	}

	async #ask(command: string): Promise<string[]> {
		const answer = this.#hear();
		this.#tmux.stdin.write(`${command}\n`);
		return answer;
	}

	async #hear(): Promise<string[]> {
		return new Promise(resolve => {
			this.#answers.push(resolve);
		});
	}
}
