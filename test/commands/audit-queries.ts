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
