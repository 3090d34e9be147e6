import {readFileSync, readdirSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {writeManual} from '../../source/commands/page/write-manual.ts';
import {testWith} from '../helpers/peer.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = path.join(root, 'docs/man');
const {version, man} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string; man: readonly string[]};
const manual = writeManual({version, date: 'DATE'});

test('the manual is what `npm run man` writes, but for the dates', t => {
	t.deepEqual(readdirSync(folder).toSorted(), manual.keys().toArray().toSorted());
	for (const [name, text] of manual) {
		t.is(readFileSync(path.join(folder, name), 'utf8').replace(/"\d{4}-\d\d-\d\d"/v, '"DATE"'), text, `${name} is stale: npm run man`);
	}
});

test('npm installs each page of the manual', t => {
	t.deepEqual(man, manual.keys().toArray().toSorted().map(name => `./docs/man/${name}`));
});

testWith('mandoc')('mandoc has no complaint about the manual', t => {
	for (const name of manual.keys()) {
		const {stdout, stderr, status} = spawnSync('mandoc', ['-Tlint', path.join(folder, name)], {encoding: 'utf8'});
		t.is(stdout + stderr, '', name);
		t.is(status, 0, name);
	}
});

testWith('groff')('groff has no complaint about the manual', t => {
	for (const name of manual.keys()) {
		const {stderr, status} = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-z', path.join(folder, name)], {encoding: 'utf8'});
		t.is(stderr, '', name);
		t.is(status, 0, name);
	}
});

test('the manual of audit has every option of follow and rules', t => {
	const text = manual.get('scribery-audit.1') ?? '';
	for (const option of ['spool', 'store', 'checkpoint', 'once', 'host', 'check']) {
		t.true(text.includes(String.raw`\-\-${option}`), `--${option} is missing`);
	}
});

testWith('man')('man shows the options as they are typed', t => {
	const {stdout, status} = spawnSync('man', ['-l', path.join(folder, 'scribery-export.1')], {encoding: 'utf8', env: {PATH: '/usr/bin:/bin', MANWIDTH: '80', LANG: 'C.UTF-8', MANPAGER: 'cat'}});
	t.is(status, 0);
	const text = stdout.replaceAll(/.\u{8}/gv, '');
	t.regex(text, /^ {7}-o, --output F$/mv);
	t.regex(text, /ADDRESS… \[options\]/v);
	t.regex(text, /^ {7}0 {6}done$/mv);
});
