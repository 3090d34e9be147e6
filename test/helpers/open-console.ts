import {PassThrough, Writable} from 'node:stream';
import headless from '@xterm/headless';
import type {ExecutionContext} from 'ava';
import {createWork} from '../../source/commands/create-work.ts';
import type {ConsoleOptions} from '../../source/console/console-options.ts';
import {runConsole} from '../../source/console/run.tsx';
import {systemClock} from '../../source/clock.ts';
import {parseConfig} from '../../source/config.ts';
import type {Store} from '../../source/store/store.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/** A console in this process, on streams that look like a terminal. */
export type OpenConsole = {
	/** The screen's rows, trailing blanks cut. */
	readonly readScreen: () => string;
	/** Keys as a terminal sends them, all in one reading. */
	readonly type: (keys: string) => void;
	readonly sees: (expected: string) => Promise<void>;
	readonly seesNo: (unexpected: string) => Promise<void>;
	readonly resize: (columns: number, rows: number) => void;
	/** All that was written to the terminal. */
	readonly written: () => string;
	readonly errors: () => string;
	readonly isRaw: () => boolean;
	readonly exitCode: Promise<number>;
};

export function openConsole(t: ExecutionContext, store: Store, options: Partial<ConsoleOptions> = {}): OpenConsole {
	const terminal = new headless.Terminal({cols: 80, rows: 24, allowProposedApi: true, convertEol: true});
	const changes = new EventTarget();
	let written = '';
	let errors = '';
	let isRaw = false;
	const stdout = Object.assign(new Writable({
		write(chunk: Uint8Array, _encoding, done) {
			written += new TextDecoder().decode(chunk);
			terminal.write(chunk, () => {
				changes.dispatchEvent(new Event('written'));
				done();
			});
		},
	}), {isTTY: true, columns: 80, rows: 24});
	const stderr = new Writable({
		write(chunk: Uint8Array, _encoding, done) {
			errors += new TextDecoder().decode(chunk);
			done();
		},
	});
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode(isOn: boolean) {
			isRaw = isOn;
		},
		ref() {/* The test decides how long it lives. */},
		unref() {/* Likewise. */},
	});
	const exitCode = runConsole({
		openStore: async () => store,
		storeName: 'test store',
		isDemo: false,
		async recordAccess(opened, entry) {
			await opened.addAccess({...entry, at: systemClock.now(), who: 'dora'});
		},
		work: createWork({clock: systemClock, indexWorker: new URL('../../source/index/worker.js', import.meta.url)}),
		who: 'dora',
		clock: systemClock,
		config: {...parseConfig('{}', 'config.json'), timezone: 'utc'},
		query: '',
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		stderr: stderr as unknown as NodeJS.WriteStream,
		environment: {LANG: 'C.UTF-8', TERM: 'xterm-256color', XDG_STATE_HOME: makeTemporaryFolder('scribery-state-')},
		...options,
	});

	function readScreen(): string {
		const {active} = terminal.buffer;
		return Array.from({length: terminal.rows}, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '').join('\n');
	}

	async function waitUntil(isReached: () => boolean, purpose: string): Promise<void> {
		const limit = AbortSignal.timeout(20_000);
		while (!isReached()) {
			if (limit.aborted) {
				throw new Error(`Waited 20 s ${purpose}. The screen was:\n${readScreen()}`);
			}

			await Promise.race([waitFor(changes, 'written'), waitFor(limit, 'abort')]);
		}
	}

	t.teardown(async () => {
		stdin.write('\u{3}');
		await exitCode;
		terminal.dispose();
	});
	return {
		readScreen,
		type(keys) {
			stdin.write(keys);
		},
		async sees(expected) {
			await waitUntil(() => readScreen().includes(expected), `to see ${expected}`);
			t.true(readScreen().includes(expected));
		},
		async seesNo(unexpected) {
			await waitUntil(() => !readScreen().includes(unexpected), `no longer to see ${unexpected}`);
			t.false(readScreen().includes(unexpected));
		},
		resize(columns, rows) {
			terminal.resize(columns, rows);
			Object.assign(stdout, {columns, rows});
			stdout.emit('resize');
		},
		written: () => written,
		errors: () => errors,
		isRaw: () => isRaw,
		exitCode,
	};
}

async function waitFor(source: EventTarget, event: string): Promise<void> {
	await new Promise<void>(resolve => {
		source.addEventListener(event, () => {
			resolve();
		}, {once: true});
	});
}
