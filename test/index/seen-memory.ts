import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';

const flood = fileURLToPath(new URL('../helpers/index-flood.js', import.meta.url));

test('a million different lines at one instant, and a packet of 2 MB, are all told in a heap of 64 MB', t => {
	const told = execFileSync(process.execPath, ['--max-old-space-size=64', flood]);
	t.is(told.toString(), '1200000');
});
