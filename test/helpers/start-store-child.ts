import {spawn} from 'node:child_process';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export type StoreChild = {
	/** Lines of its output, as they come. */
	readonly lines: AsyncIterable<string>;
	readonly kill: () => void;
	/** Resolves when it has ended: its status or signal, and what it wrote to stderr. */
	readonly ended: Promise<{readonly status: number | string; readonly complaint: string}>;
};

/** Start `store-child`; see there for its jobs. */
export function startStoreChild(args: ReadonlyArray<string | number>, options: {readonly uid?: number} = {}): StoreChild {
	const script = fileURLToPath(new URL('store-child.js', import.meta.url));
	const child = spawn(process.execPath, [script, ...args.map(String)], {stdio: ['ignore', 'pipe', 'pipe'], ...options});
	let complaint = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		complaint += text;
	});
	const {promise: ended, resolve} = Promise.withResolvers<{readonly status: number | string; readonly complaint: string}>();
	child.on('close', (code, signal) => {
		resolve({status: code ?? signal ?? '', complaint});
	});
	return {
		lines: createInterface({input: child.stdout}),
		kill() {
			child.kill('SIGKILL');
		},
		ended,
	};
}
