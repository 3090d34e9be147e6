import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const spool = fileURLToPath(new URL('../../../fixtures/spool/', import.meta.url));

/** The rows of `show --info` for what the agent made of a spool; recordings under one name each. */
function showSpool(name: string): {readonly home: string; readonly address: string; readonly rows: string} {
	const home = makeHome();
	const lines = readFileSync(path.join(spool, name, 'messages.jsonl'), 'utf8');
	runScribery(home, ['import', '-'], lines);
	const [listed = ''] = runScribery(home, ['ls', '--json']).stdout.split('\n', 1);
	const {id} = JSON.parse(listed) as {readonly id: string};
	return {home, address: id, rows: runScribery(home, ['show', id]).stdout};
}

test('show tells how a session began and ended as the agent says', t => {
	const {rows} = showSpool('whole');
	t.regex(rows, /^login +uid 1000$/mv);
	t.regex(rows, /^ending +the shell ended$/mv);
	t.regex(rows, /^gaps +0$/mv);
});

test('what the agent could not read of its spool is a gap, found by has:gap', t => {
	const {home, address, rows} = showSpool('flipped-payload');
	t.regex(rows, /^gap .*damaged: 29 bytes of the recorder's spool cannot be read$/mv);
	t.regex(runScribery(home, ['ls', 'has:gap']).stdout, /g/v);
	const [session, gap] = runScribery(home, ['show', address, '--json']).stdout.trim().split('\n').map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
	t.like(session, {ending: 'exit', gaps: 1, recorder: {damagedBytes: 29, ending: 'exit'}});
	t.like(gap, {type: 'gap', kind: 'damaged', untilMs: 30});
});

test('a recorder that was killed leaves a recording that has ended, not one that runs, and says so', t => {
	const {home, rows} = showSpool('torn-payload');
	t.regex(rows, /^exit +not recorded$/mv);
	t.regex(rows, /^ending +not known: the recorder was gone before it could tell$/mv);
	t.regex(rows, /truncated: the recorder was gone before the session ended/v);
	t.is(runScribery(home, ['ls', 'has:live']).status, 1);
});

test('a session that the agent tells to be over is not live, however new it is', t => {
	const home = makeHome();
	const lines = readFileSync(path.join(spool, 'torn-payload', 'messages.jsonl'), 'utf8');
	runScribery(home, ['import', '-'], lines.replace(/"time":[\d.]+/v, () => `"time":${(Date.now() / 1000).toFixed(3)}`));
	t.is(runScribery(home, ['ls', 'has:live']).status, 1);
	t.is(runScribery(home, ['ls', 'has:gap']).status, 0);
});
