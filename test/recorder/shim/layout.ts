import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {endings, frameTypes, frameVersion, headBytes, largestPayloadBytes} from '../../../source/format/frames/layout.ts';

const source = readFileSync(path.join(fileURLToPath(new URL('../../../..', import.meta.url)), 'recorder/shim/session.c'), 'utf8');

test('the C source has the frame constants of the format module, and no others', t => {
	const constants = source.matchAll(/\bFRAME_(?<name>\w+) = (?<value>'.'|\d+)/gv).map(({groups}) => [groups?.name, groups?.value] as const);
	t.deepEqual(Object.fromEntries(constants), {
		VERSION: String(frameVersion),
		HEAD_BYTES: String(headBytes),
		LARGEST_BYTES: String(largestPayloadBytes),
		...Object.fromEntries(Object.entries(frameTypes).map(([name, letter]) => [name.toUpperCase(), `'${letter}'`])),
	});
});

test('the C source numbers the ways to end as the format module does', t => {
	const names = /enum \{ (?<names>HOW_[\w ,]+) \}/v.exec(source)?.groups?.names;
	t.deepEqual(names?.split(', ').map(name => name.replace('HOW_', '').toLowerCase().replaceAll('_', '-')), [...endings]);
});

test('the login shell stays within 450 lines', t => {
	t.true(source.split('\n').length - 1 <= 450, `${source.split('\n').length - 1} lines`);
});
