import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = makeHome();
runScribery(home, ['import', ...['web1-alice-nginx.jsonl', 'web2-alice-vim.jsonl', 'db1-frank-gap.jsonl', 'web3-alice-deploy.cast'].map(name => fixturePath(name))]);

test('stats in a pipe prints key, sessions, milliseconds, gaps and bytes', t => {
	const {stdout, status} = runScribery(home, ['stats', 'host:(web1,web2,db1)']);
	t.is(status, 0);
	t.is(stdout, 'alice\t2\t103413\t0\t42802\nfrank\t1\t54957\t2\t8064\n');
});

test('stats --json has null for what is not known', t => {
	const rows = runScribery(home, ['stats', '--by', 'day', '--json']).stdout.trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
	t.like(rows.find(({key}) => key === '2026-11-16'), {type: 'stat', by: 'day', sessions: 2, durationMs: 103_413, commands: null, gaps: 0, sizeBytes: 42_802});
});

test('stats --by command says why it cannot', t => {
	t.like(runScribery(home, ['stats', '--by', 'command']), {status: 2, stdout: '', stderr: 'scribery: stats: --by command: commands are not counted over sessions; scribery search cmd:NAME finds each\n'});
});

test('stats of nothing ends with 1', t => {
	t.like(runScribery(home, ['stats', 'user:nobody']), {status: 1, stdout: '', stderr: 'No session matches.\n'});
});

for (const [environment, sign] of [[{LANG: 'C.UTF-8'}, '█'], [{LANG: 'C'}, '#']] as const) {
	test(`stats on a terminal draws bars of ${sign}`, async t => {
		const terminal = new ConsoleDriver({argv: ['stats', 'host:(web1,web2,db1)'], environment: {HOME: home, ...environment}});
		try {
			t.is(await terminal.exits(), 0);
			await terminal.sees('frank');
			const [head, first, second] = terminal.readLines();
			t.is(head, 'USER   SESSIONS  DURATION  GAPS  SIZE');
			t.is(first, `alice         2     1 min     0   43K  ${sign.repeat(40)}`);
			t.is(second, `frank         1      54 s     2    8K  ${sign.repeat(20)}`);
		} finally {
			terminal.close();
		}
	});
}
