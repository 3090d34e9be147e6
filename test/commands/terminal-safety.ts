import {lstatSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = makeHome();
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-safety-'));
const evil = path.join(folder, 'evil.jsonl');
const nasty = '\u{9B}31m\u{9D}0;title\u{9C}\u{202E}';
writeFileSync(evil, `{"ver":"2.3","host":"h${nasty}","rec":"r-1-1","user":"u${nasty}","term":"xterm","session":7,"id":1,"pos":0,"time":1795000000.000,"timing":"=80x24>4","in_txt":"","in_bin":[],"out_txt":"\u{9B}31m","out_bin":[]}\n`);
runScribery(home, ['import', evil, fixturePath('web1-alice-nginx.jsonl'), fixturePath('web3-alice-deploy.cast')]);
const nginx = 'web1/11f6-17cff304';
const ids = runScribery(home, ['ls', '--json']).stdout.trim().split('\n').map(line => (JSON.parse(line) as {id: string}).id);

test('each id that `ls --json` prints is an address that `show` takes', t => {
	t.is(ids.length, 3);
	for (const id of ids) {
		t.is(runScribery(home, ['show', id]).status, 0, `of ${id}`);
		t.is(runScribery(home, ['show', '--json', `${id}@0`]).status, 0, `of ${id}@0`);
	}
});

for (const argv of [['ls'], ['ls', '--json'], ['show', 'EVIL'], ['show', 'EVIL', '--json'], ['show', 'EVIL', '--messages'], ['show', 'EVIL@0', '--json'], ['play', 'EVIL', '--plain']]) {
	test(`${argv.join(' ')} writes no recorded control to a terminal`, async t => {
		const evilId = ids.find(id => id.startsWith('h%')) ?? '';
		const terminal = new ConsoleDriver({argv: argv.map(word => word.replace('EVIL', evilId)), environment: {HOME: home, TZ: 'UTC'}, columns: 200});
		t.is(await terminal.exits(), 0);
		t.notRegex(new TextDecoder().decode(Uint8Array.from(terminal.written, character => character.codePointAt(0) ?? 0)), /[\u{0}-\u{8}\v\f\u{E}-\u{1F}\u{7F}-\u{9F}\u{202E}]/v);
		terminal.close();
	});
}

test('an export of recorded bytes to a terminal is refused', async t => {
	const terminal = new ConsoleDriver({argv: ['export', nginx, '--format', 'raw', '-o', '-'], environment: {HOME: home}});
	await terminal.sees('could take over this terminal');
	t.is(await terminal.exits(), 2);
	terminal.close();
});

test('an export follows a symbolic link and leaves it one', t => {
	const target = path.join(folder, 'target.raw');
	const link = path.join(folder, 'link.raw');
	writeFileSync(target, 'old');
	symlinkSync(target, link);
	t.is(runScribery(home, ['export', nginx, '--format', 'raw', '-o', link]).status, 0);
	t.true(lstatSync(link).isSymbolicLink());
	t.deepEqual(readFileSync(target), readFileSync(fixturePath('web1-alice-nginx.raw')));
});

test('an export into a pipe with a name writes to it and leaves it one', t => {
	const pipe = path.join(folder, 'pipe');
	spawnSync('mkfifo', [pipe]);
	const reader = spawnSync('sh', ['-c', 'cat "$1" & "$2" "$3" export "$4" --format raw -o "$1" >/dev/null; wait', 'sh', pipe, process.execPath, path.resolve('source/launch/scribery.cjs'), nginx], {env: {PATH: process.env.PATH, HOME: home}});
	t.deepEqual(reader.stdout, readFileSync(fixturePath('web1-alice-nginx.raw')));
	t.true(lstatSync(pipe).isFIFO());
});

test('an interrupted export leaves no half file and dies of the signal', async t => {
	const file = path.join(folder, 'interrupted.raw');
	const script = `
		import {writeToFile} from ${JSON.stringify(new URL('../../source/commands/export/write-export.js', import.meta.url).href)};
		async function * pieces() {
			yield 'recorded bytes';
			console.log('half written');
			await new Promise(resolve => setTimeout(resolve, 60_000));
		}
		await writeToFile(pieces(), ${JSON.stringify(file)});
	`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
	await once(child.stdout, 'data');
	t.is(readdirSync(folder).filter(name => name.endsWith('.part')).length, 1);
	child.kill('SIGINT');
	const [, signal] = await once(child, 'exit') as [number | null, string | null];
	t.is(signal, 'SIGINT');
	t.deepEqual(readdirSync(folder).filter(name => name.includes('interrupted')), []);
});

test('a full disk behind standard output is told in a line', t => {
	const {status, stderr} = spawnSync('sh', ['-c', '"$1" "$2" ls --json > /dev/full', 'sh', process.execPath, path.resolve('source/launch/scribery.cjs')], {env: {PATH: process.env.PATH, HOME: home}});
	t.is(status, 2);
	t.regex(stderr.toString(), /^scribery: the output cannot be written: .*\n$/v);
});
