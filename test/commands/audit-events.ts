import test from 'ava';
import {auditedLog, auditedRecording, importAudited} from '../helpers/audited-fixture.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = importAudited();
const rest = runScribery(home, ['ls', '--json']).stdout.split('"id":"').slice(2);
const [, id = ''] = /"id":"(?<id>[^"]+)"/v.exec(runScribery(home, ['ls', '--json']).stdout) ?? [];

test('the store holds one recording, and its list tells the commands', t => {
	t.deepEqual(rest, []);
	t.regex(runScribery(home, ['ls']).stdout, /\talice\tweb1\t13\t\d+\t#ia---\t[^\t]+\t\/usr\/lib\/x86_64-linux-gnu\/utempter\/utempter del\n/v);
	t.like(JSON.parse(runScribery(home, ['ls', '--json']).stdout), {commands: 13, lastCommand: '/usr/lib/x86_64-linux-gnu/utempter/utempter del'});
});

test('show --events lists commands at their moments, hostile text drawn as text', t => {
	const {status, stdout, stderr} = runScribery(home, ['show', id, '--events']);
	t.is(status, 0);
	t.regex(stdout, /^0:04\.773\t\$\talice\tcat shop\.conf\n/mv);
	t.regex(stdout, /^0:20\.861\t#\troot\tcp shop\.conf shop\.conf\.bak\n/mv);
	t.regex(stdout, /\\x1b\[2J/v);
	t.notRegex(stdout, /[\u{1B}\u{202E}]|ld\.so\.cache/v);
	t.regex(stderr, /(?:^|\s)\d+ more events are what every program does by itself; --all shows them/v);
	t.regex(runScribery(home, ['show', id, '--events', '--all']).stdout, /locale\.alias/v);
});

test('show --events --json tells an event in full, with its records verbatim', t => {
	const events = runScribery(home, ['show', id, '--events', '--json']).stdout.trim().split('\n').map(line => JSON.parse(line) as {title: string; records: readonly string[]});
	const grep = events.find(({title}) => title.startsWith('grep'));
	t.like(grep, {type: 'event', kind: 'execute', uid: 20_001, auid: 20_001, argv: ['grep', '-n', 'worker processes', 'shop.conf'], cwd: '/etc', success: true, place: 'within'});
	t.regex(grep?.records[1] ?? '', /^type=EXECVE msg=audit\([\d.:]+\): argc=4 a0="grep" a1="-n" a2=776F726B65722070726F636573736573 a3="shop\.conf"/v);
});

for (const [title, output] of [['cat shop.conf', 'worker_processes 2;'], ['cat /etc/shadow', 'cat: /etc/shadow: Permission denied']] as const) {
	test(`what a command prints stands on the screen within a second of its event, and not before: ${title}`, t => {
		const events = runScribery(home, ['show', id, '--events', '--json']).stdout.trim().split('\n').map(line => JSON.parse(line) as {title: string; positionMs: number});
		const {positionMs = 0} = events.find(event => event.title === title) ?? {};
		const [before, after] = [positionMs - 20, positionMs + 1000].map(atMs => runScribery(home, ['show', `${id}@${(atMs / 1000).toFixed(3)}`]).stdout);
		t.false(before?.includes(output));
		t.true(after?.includes(output));
	});
}

test('the same log again is doubled; a log without its host is refused and says what to do', t => {
	t.regex(runScribery(home, ['import', '--host', 'web1', auditedLog]).stdout, /907 audit events: 0 new, 907 doubled/v);
	const {status, stderr} = runScribery(makeHome(), ['import', auditedLog]);
	t.is(status, 2);
	t.regex(stderr, /say whose log it is with --host NAME/v);
});

test('a recording whose log is not there says so, and index describes events anew', t => {
	const bare = makeHome();
	runScribery(bare, ['import', auditedRecording]);
	t.regex(runScribery(bare, ['show', id, '--events']).stderr, /no audit events are joined to this recording: none of audit session \d+ on its host/v);
	const before = runScribery(home, ['show', id, '--events']).stdout;
	t.is(runScribery(home, ['index', '--rebuild']).status, 0);
	t.is(runScribery(home, ['show', id, '--events']).stdout, before);
});

test('--all without --events is refused', t => {
	t.is(runScribery(home, ['show', id, '--all']).status, 2);
});
