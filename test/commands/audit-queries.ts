import test from 'ava';
import {importAudited} from '../helpers/audited-fixture.ts';
import {runScribery} from '../helpers/run-scribery.ts';

const home = importAudited();

const found = [
	'cmd:rm',
	'cmd:su*',
	'cmd:RM',
	'cmd:"cat shop.conf"',
	'cmd:/^rm .*bak$/',
	'cmd:/RM/i',
	'cmd:~sudp',
	'cmd:(nix,curl)',
	'file:/etc/shop.conf',
	'file:/etc/',
	'file:w:/etc/',
	'file:r:/etc/shadow',
	'file:w:*.txt',
	'file:notes.txt',
	String.raw`file:~/shop\..*/`,
	'net:127.0.0.1',
	'net:127.0.0.0/8',
	'net:127.0.0.0/8:8042',
	'net::8042',
	'net:127.0.0.1:8042',
	'as:root',
	'as:0',
	'as:alice',
	'has:root',
	'has:audit',
	'cmd:rm file:w:/etc/',
	'cmd:rm as:root user:alice',
	'cmd:nosuch or net::8042',
	'not cmd:nosuch',
	'seen:worker cmd:cat',
	'alice cmd:cat',
];
const notFound = ['cmd:shop.conf', 'cmd:/RM/', 'cmd:nosuch', 'file:w:/etc/shadow', 'file:/etc', 'file:ld.so.cache', 'net::443', 'net:10.0.0.0/8', 'as:bob', 'not cmd:rm', 'cmd:rm not as:root', 'cmd:cat until:2020-01-01', 'seen:nowhere cmd:cat'];

for (const [queries, status] of [[found, 0], [notFound, 1]] as const) {
	for (const query of queries) {
		test(`ls ${query} finds ${status === 0 ? 'the session' : 'nothing'}`, t => {
			const run = runScribery(home, ['ls', query]);
			t.is(run.status, status, run.stderr);
		});
	}
}

const faults: ReadonlyArray<readonly [query: string, printed: string]> = [
	['cmd:', 'query:1:5: expected a value after "cmd:", found the end\n  cmd:\n      ^\n'],
	['a file:w:', 'query:1:10: expected a value after "file:", found the end\n  a file:w:\n           ^\n'],
	['cmd:/(/', 'query:1:5: this is no regular expression: unterminated group\n  cmd:/(/\n      ^^^ put a backslash before a sign that is meant itself\n'],
	['net:(:80,10.0.0.0/33)', 'query:1:10: expected a network after "net:", found "10.0.0.0/33"\n  net:(:80,10.0.0.0/33)\n           ^^^^^^^^^^^ for example 10.0.0.0/8, fe80::/10, 10.0.0.0/8:5432\n'],
	['net::70000', 'query:1:5: a port is at most 65535 after "net:", found ":70000"\n  net::70000\n      ^^^^^^ for example :443, 10.0.0.5:443\n'],
	['cnd:rm', 'query:1:1: unknown field "cnd"\n  cnd:rm\n  ^^^ did you mean "cmd:"?\n'],
];

for (const [query, printed] of faults) {
	test(`the fault is shown at its place: ${query}`, t => {
		for (const command of ['ls', 'search']) {
			const {status, stderr} = runScribery(home, [command, query]);
			t.is(status, 2);
			t.is(stderr, printed);
		}
	});
}

type HitJson = {readonly type: string; readonly kind: string; readonly positionMs: number; readonly line: string; readonly eventId: string | null; readonly at: string};

function readHits(query: string): readonly HitJson[] {
	return runScribery(home, ['search', query, '--json']).stdout.trim().split('\n').map(line => JSON.parse(line) as HitJson).filter(({type}) => type === 'hit');
}

const moments: ReadonlyArray<readonly [query: string, rows: readonly string[]]> = [
	['cmd:rm', ['0:11.969 $ rm /home/alice/notes.txt', '0:23.637 l sudo rm /etc/shop.conf.bak', '0:23.637 # rm /etc/shop.conf.bak']],
	['file:w:/etc/', ['0:20.861 w create /etc/shop.conf.bak', '0:23.641 w delete /etc/shop.conf.bak']],
	['file:r:/etc/shop.conf', ['0:04.773 r read /etc/shop.conf', '0:07.365 r read /etc/shop.conf', '0:20.861 r read /etc/shop.conf']],
	['net:127.0.0.0/8', ['0:17.917 n connect 127.0.0.1:8042']],
	['cmd:cat seen:"worker_processes 2"', ['0:00 # cat /etc/hostname', '0:04.772 s worker_processes 2;', '0:04.773 $ cat shop.conf', '0:31.729 $ cat /etc/shadow']],
	['cmd:(id,rm) not as:bob until:2026-11-24', ['0:02.153 $ id -un', '0:11.969 $ rm /home/alice/notes.txt', '0:23.637 l sudo rm /etc/shop.conf.bak', '0:23.637 # rm /etc/shop.conf.bak']],
	['cmd:"shop.conf shop.conf.bak"', ['0:20.849 # sudo cp shop.conf shop.conf.bak', '0:20.861 l sudo cp shop.conf shop.conf.bak', '0:20.861 # cp shop.conf shop.conf.bak']],
	['cmd:/^rm .*bak$/ or net::8042', ['0:17.917 n connect 127.0.0.1:8042', '0:23.637 l sudo rm /etc/shop.conf.bak', '0:23.637 # rm /etc/shop.conf.bak']],
	['file:r:~/shadow$/', ['0:20.861 r read /etc/shadow', '0:23.637 r read /etc/shadow', '0:31.729 r read /etc/shadow (failed: EACCES)']],
	['file:w:(*.bak,notes.txt)', ['0:09.717 w create /home/alice/notes.txt', '0:11.969 w delete /home/alice/notes.txt', '0:20.861 w create /etc/shop.conf.bak', '0:23.641 w delete /etc/shop.conf.bak']],
	['cmd:rm not as:root', []],
	['seen:"worker_processes 2" not cmd:cat', []],
];

for (const [query, rows] of moments) {
	test(`search ${query} finds ${rows.length} moments`, t => {
		const {stdout, status} = runScribery(home, ['search', query]);
		t.is(status, rows.length === 0 ? 1 : 0);
		t.deepEqual(stdout.split('\n').slice(0, -1).map(row => row.replace(/^[^@]*@(?<at>[\d.:]+)\t(?<sign>.)\t/v, '$<at> $<sign> ')), rows);
	});
}

test('a hit of an event names the event as show --events does, at the same position', t => {
	const id = /"id":"(?<id>[^"]+)"/v.exec(runScribery(home, ['ls', '--json']).stdout)?.groups?.id ?? '';
	const events = runScribery(home, ['show', id, '--events', '--all', '--json']).stdout.trim().split('\n').map(line => JSON.parse(line) as {readonly id: string; readonly positionMs: number; readonly title: string; readonly at: string});
	const hits = [...readHits('cmd:*'), ...readHits('file:/'), ...readHits('net:*')];
	t.true(hits.length > 40);
	for (const {eventId, positionMs, line, at} of hits) {
		t.like(events.find(event => event.id === eventId), {positionMs, title: line, at});
	}
});

test('who a command ran as is no moment, and the search says what is', t => {
	const {status, stderr} = runScribery(home, ['search', 'as:root']);
	t.is(status, 2);
	t.regex(stderr, /nothing to look for: .*cmd:, file:, net:/v);
});
