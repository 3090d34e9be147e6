import {chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {pages} from '../../source/commands/pages.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const nginx = 'web1/11f6-17cff304';
const home = makeHome();
const imported = runScribery(home, ['import', ...readdirSync(fixturePath('.')).filter(name => /\.jsonl|\.cast$/v.test(name)).map(name => fixturePath(name))]);

function run(...argv: readonly string[]) {
	return runScribery(home, argv);
}

test('import tells per file what became of it, and ends with 5 when a line was refused', t => {
	t.is(imported.status, 5);
	t.regex(imported.stdout, /web1-alice-nginx\.jsonl: 1 recordings, 8 messages: 8 new, 0 doubled, 0 refused\n/v);
	t.regex(imported.stderr, /web2-deploy-killed\.jsonl:5: the line ends before its JSON does/v);
});

test('importing again stores nothing and is no error', t => {
	const {status, stdout} = run('import', fixturePath('web1-alice-nginx.jsonl'), '--json');
	t.is(status, 0);
	t.like(JSON.parse(stdout), {type: 'import', recordings: 1, messages: 8, stored: 0, doubled: 8, refused: 0});
});

test('import ends when what it stored is indexed', t => {
	const rows = run('ls', '--json').stdout.trim().split('\n').map(line => JSON.parse(line) as {indexed: boolean});
	t.is(rows.length, 22);
	t.true(rows.every(({indexed}) => indexed));
});

test('import --no-index leaves the indexing to `index`', t => {
	const other = makeHome();
	runScribery(other, ['import', '--no-index', fixturePath('web1-alice-nginx.jsonl')]);
	t.false((JSON.parse(runScribery(other, ['ls', '--json']).stdout) as {indexed: boolean}).indexed);
	t.is(runScribery(other, ['index']).stdout, '1 recordings indexed\n');
	t.true((JSON.parse(runScribery(other, ['ls', '--json']).stdout) as {indexed: boolean}).indexed);
});

test('import reads standard input', t => {
	const other = makeHome();
	const {status, stdout} = runScribery(other, ['import', '-'], readFileSync(fixturePath('web1-carol-less.jsonl.gz')));
	t.is(status, 0);
	t.regex(stdout, /^standard input: 1 recordings, 35 messages: 35 new/v);
});

test('ls in a pipe prints TAB-separated whole values without a header', t => {
	const {status, stdout} = run('ls', 'user:alice');
	t.is(status, 0);
	t.deepEqual(stdout.split('\n', 2)[1]?.split('\t'), ['2026-11-16T09:46:12.177Z', '0:57', 'alice', 'web1', '-', '10821', '------', 'web1/2f6c1d0e7a3b4c559e1f0b8d6a4c2e71-11f6-17cff304', '(no audit)']);
});

test('ls sorts by each field and back', t => {
	const usersBy = (sort: string) => run('ls', `--sort=${sort}`, '--json').stdout.trim().split('\n').map(line => (JSON.parse(line) as {user: string}).user);
	t.deepEqual(usersBy('user'), usersBy('user').toSorted());
	t.deepEqual(usersBy('-user'), usersBy('user').toSorted().toReversed());
});

test('ls says what it leaves out', t => {
	const {stdout, stderr} = run('ls', '--limit', '3');
	t.is(stdout.trim().split('\n').length, 3);
	t.regex(stderr, /3 of 22 shown/v);
});

test('ls --json names each word of `has:` that holds, and the tags', t => {
	const {flags, tags} = JSON.parse(run('ls', 'user:frank has:gap', '--json').stdout.split('\n', 1)[0] ?? '') as {flags: readonly string[]; tags: readonly string[]};
	t.deepEqual(flags, ['gap', 'broken']);
	t.deepEqual(tags, []);
	t.is(run('ls', 'user:frank', 'has:broken', '--view', 'none').status, 2);
});

test('show prints the screen at a position, of a short address', t => {
	const {stdout} = run('show', `${nginx}@0:30`);
	t.regex(stdout, /access_log \/var\/log\/nginx\/shop\.access\.log;/v);
});

test('show --json gives the fields that its page names', t => {
	const screen = JSON.parse(run('show', `${nginx}@end`, '--json').stdout) as Readonly<Record<string, unknown>>;
	t.deepEqual(Object.keys(screen), ['type', 'positionMs', 'columns', 'rows', 'lines', 'cursor']);
	t.like(screen, {type: 'screen', positionMs: 57_066, columns: 80, rows: 24});
});

test('show tells the gaps of a broken recording', t => {
	const gaps = run('show', 'db1/4b28-3224547e', '--json').stdout.trim().split('\n').slice(1).map(line => JSON.parse(line) as {type: string; kind: string; firstId: number; lastId: number});
	t.deepEqual(gaps.map(({type, kind, firstId, lastId}) => [type, kind, firstId, lastId]), [['gap', 'missing', 5, 6], ['gap', 'missing', 11, 11]]);
});

test('show --messages prints the stored lines verbatim', t => {
	t.is(run('show', nginx, '--messages').stdout, readFileSync(fixturePath('web1-alice-nginx.jsonl'), 'utf8'));
});

test('play in a pipe prints the lines that stood on the terminal, no escape sequence', t => {
	const {stdout} = run('play', nginx);
	t.regex(stdout, /^nginx: configuration file \/etc\/nginx\/nginx\.conf test failed$/mv);
	t.notRegex(stdout, /[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}]/v);
});

test('a hostile recording stays text in every view', t => {
	for (const argv of [['play', 'bastion1/7364-a2d06ea'], ['show', 'bastion1/7364-a2d06ea@end'], ['show', 'bastion1/7364-a2d06ea'], ['ls', 'user:mallory']]) {
		t.notRegex(run(...argv).stdout, /[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}]/v, `of scribery ${argv.join(' ')}`);
	}
});

test('play --raw gives the recorded bytes to a pipe', t => {
	t.deepEqual(new Uint8Array(run('play', nginx, '--raw').bytes), new Uint8Array(readFileSync(fixturePath('web1-alice-nginx.raw'))));
});

test('export writes a file that only its owner reads, and its checksum', t => {
	const file = path.join(home, 'out.raw');
	const {stdout} = run('export', nginx, '--format', 'raw', '-o', file, '--json', '--reason', 'incident-88');
	t.like(JSON.parse(stdout), {type: 'export', file, format: 'raw', sizeBytes: 4873, redactions: 0, fromMs: 0, toMs: 57_066, reason: 'incident-88'});
	t.deepEqual(readFileSync(file), readFileSync(fixturePath('web1-alice-nginx.raw')));
	t.is(statSync(file).mode & 0o777, 0o600);
});

test('export makes a picture of the screen at a position, in a pipe too', t => {
	const {stdout, status} = run('export', `${nginx}@0:30`, '--format', 'svg');
	t.is(status, 0);
	t.regex(stdout, /^<svg [^>]*>\n<title>web1\/2f6c1d0e7a3b4c559e1f0b8d6a4c2e71-11f6-17cff304@0:30 {2}alice<\/title>/v);
	t.true(stdout.includes('shop.access.log'));
});

test('an export that cannot be written leaves nothing behind', t => {
	const folder = path.join(home, 'not-a-folder');
	writeFileSync(folder, '');
	const {status, stderr} = run('export', nginx, '--format', 'raw', '-o', path.join(folder, 'x'));
	t.is(status, 2);
	t.regex(stderr, /^scribery: .*cannot be written: ENOTDIR.*\n$/v);
});

test('a bare start without a terminal and without a store prints the demo', t => {
	const other = makeHome();
	const {status, stdout, stderr} = runScribery(other, []);
	t.is(status, 0);
	t.is(stdout.trim().split('\n').length, 22);
	t.regex(stderr, /No store yet/v);
});

test('each command prints its help page and ends with 0', t => {
	for (const {name: command} of pages) {
		const {status, stdout} = run(command, '--help');
		t.is(status, 0, `of ${command}`);
		t.regex(stdout, /Usage\s+(?:\$ )?scribery/v, `of ${command}`);
	}
});

const mistakes: ReadonlyArray<readonly [name: string, argv: readonly string[], status: number, message: RegExp]> = [
	['nothing matched', ['ls', 'user:nobody'], 1, /No session matches among 22/v],
	['a time nobody knows', ['ls', 'since:yesturday'], 2, /query:1:7: expected a time after "since:", found "yesturday"\n {2}since:yesturday\n {8}\^{9} did you mean "yesterday"\?/v],
	['an unknown field', ['ls', 'usr:alice'], 2, /query:1:1: .*usr/v],
	['an unknown sort field', ['ls', '--sort', 'colour'], 2, /--sort is "colour", expected start, length, user, host or size/v],
	['an unknown option', ['ls', '--frob'], 2, /Unknown flag/v],
	['an address of nothing', ['show', 'web9/1-1'], 2, /web9\/1-1: no such recording/v],
	['no address', ['show'], 2, /name one recording/v],
	['no position', ['show', `${nginx}@noon`], 2, /"noon" is not a position/v],
	['a position that is none in export', ['export', nginx, '--from', 'x'], 2, /"x" is not a position/v],
	['an unknown format', ['export', nginx, '--format', 'gif'], 2, /--format is "gif", expected asciicast-v3/v],
	['a position where a stretch is exported', ['export', `${nginx}@0:30`], 2, /chosen with --from and --to; a position behind @ goes with --format svg/v],
	['a stretch where a picture is made', ['export', nginx, '--format', 'svg', '--to', '0:30'], 2, /svg is the screen at one instant/v],
	['a frame round what is no picture', ['export', nginx, '--frame'], 2, /--frame goes with --format svg/v],
	['a speed below zero', ['play', nginx, '--speed', '-3'], 2, /play: --speed is -3, expected a number from 0\.01 to 64/v],
	['an idle limit that is none', ['play', nginx, '--idle', 'two'], 2, /play: --idle is no number, expected a number of 0 or more/v],
	['a frame rate beyond reason', ['--fps', '1000'], 2, /--fps is 1000, expected a number from 1 to 60/v],
	['a limit of nothing', ['ls', '--limit', '0'], 2, /--limit is 0, expected a whole number of 1 or more/v],
	['a missing file', ['import', '/nonexistent.jsonl'], 2, /cannot be opened/v],
	['a missing store', ['ls', '--store', '/nonexistent/store.db'], 3, /\/nonexistent\/store\.db/v],
	['a store that is none', ['ls', '--store', fixturePath('web1-alice-nginx.raw')], 3, /web1-alice-nginx\.raw/v],
];

for (const [name, argv, status, message] of mistakes) {
	test(`${name} is told in a line with exit code ${status}`, t => {
		const result = run(...argv);
		t.regex(result.stderr, message);
		t.is(result.status, status);
		t.is(result.stdout, '');
		t.notRegex(result.stderr, /fault of scribery/v);
	});
}

test('an unreadable configuration is told with its file', t => {
	const other = makeHome();
	mkdirSync(path.join(other, '.config/scribery'), {recursive: true});
	writeFileSync(path.join(other, '.config/scribery/config.json'), '{"stor":"x"}');
	const {status, stderr} = runScribery(other, ['ls']);
	t.is(status, 2);
	t.regex(stderr, /config\.json: "stor" is "x", expected no such key/v);
});

test('what is shown is in the access log before', t => {
	const other = makeHome();
	runScribery(other, ['import', fixturePath('web1-alice-nginx.jsonl')]);
	const store = path.join(other, '.local/share/scribery/store.db');
	t.true(existsSync(store));
	chmodSync(store, 0o600);
	t.is(runScribery(other, ['show', `${nginx}@10`]).status, 0);
	t.regex(readFileSync(store).toString('latin1') + (existsSync(`${store}-wal`) ? readFileSync(`${store}-wal`, 'latin1') : ''), /web1\/2f6c1d0e7a3b4c559e1f0b8d6a4c2e71-11f6-17cff304@0:10/v);
});
