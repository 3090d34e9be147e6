import {createRequire} from 'node:module';
import test from 'ava';
import {openPty} from '../../../recorder/rec/pty.ts';

type Fork = (...words: unknown[]) => unknown;

test('node-pty\'s native `fork` takes the eleven arguments that the recorder gives it', async t => {
	const {fork} = createRequire(import.meta.url)('node-pty/build/Release/pty.node') as {readonly fork: Fork};
	const words = ['/bin/true', [], [], '', 80, 24, -1, -1, true, '', () => undefined];
	t.throws(() => fork(...words.slice(0, -1)), {message: /^Usage: pty\.fork\(file, args, env, cwd, cols, rows, uid, gid, utf8, helperPath, onexit\)$/v});
	t.throws(() => fork(...words, 1), {message: /^Usage/v});
	const {promise, resolve} = Promise.withResolvers();
	openPty({start: {words: ['/bin/sh', '-c', 'exit 5'], environment: []}, size: {columns: 80, rows: 24}, onOutput: () => true, onEnd: resolve});
	t.deepEqual(await promise, {status: 5, signal: undefined});
});
