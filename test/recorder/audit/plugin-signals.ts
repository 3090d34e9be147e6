import {appendFileSync, chmodSync, chownSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {until} from '../../helpers/agent-run.ts';
import {makeAuditHome, makeExec, readSpool, startPluginRun, withoutEnds} from '../../helpers/audit-run.ts';

const nowS = Math.floor(Date.now() / 1000);
const serialsIn = (home: {readonly spool: string}): readonly string[] => readSpool(home).flatMap(each => each.type === 'event' ? [each.serial] : []);

test('told to end, the plugin writes all that was given to it and ends with 0, and gives the spool up', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	await run.give(makeExec(0, `${nowS}.000`));
	await until(() => readSpool(home).length === 1, run.said);
	const serials = Array.from({length: 500}, (_, index) => index + 1);
	await run.give(serials.map(serial => makeExec(serial, `${nowS}.001`)).join(''));
	const exit = once(run.child, 'exit');
	run.child.kill('SIGTERM');
	t.deepEqual(await exit, [0, null], run.said());
	t.deepEqual(serialsIn(home), ['0', ...serials.map(String)]);
	t.deepEqual(readdirSync(path.join(home.spool, 'audit')).filter(name => name === 'writer'), []);
});

test('on SIGHUP the plugin reads its configuration anew, and goes on as before when that is broken', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	await run.give(makeExec(1, `${nowS}.000`));
	await until(() => readSpool(home).length === 1, run.said);
	const whole = readFileSync(home.config, 'utf8');
	writeFileSync(home.config, '{');
	run.child.kill('SIGHUP');
	await until(() => run.said().includes('goes on as before'), run.said);
	const other = path.join(home.folder, 'other.log');
	writeFileSync(other, '');
	writeFileSync(home.config, whole.replace(home.log, other));
	run.child.kill('SIGHUP');
	// What did not come from auditd is looked for in the log that the new configuration names.
	const soonS = Math.floor(Date.now() / 1000);
	appendFileSync(other, withoutEnds([1, 2, 3].map(serial => makeExec(serial, serial === 1 ? `${nowS}.000` : `${soonS}.000`)).join('')));
	await run.give(makeExec(3, `${soonS}.000`));
	await until(() => readSpool(home).length === 3, run.said);
	t.is(await run.end(), 0);
	t.deepEqual(serialsIn(home), ['1', '3', '2']);
});

const testAsRoot = process.getuid?.() === 0 ? test : test.skip; // Only root gives a folder away.

testAsRoot('the plugin writes as the owner of the spool, and still reads a log that is root\'s alone', async t => {
	const owner = 4242;
	const home = makeAuditHome();
	chmodSync(home.folder, 0o711);
	chownSync(home.spool, owner, owner);
	const first = startPluginRun(home);
	await first.give(makeExec(1, `${nowS}.000`));
	await until(() => readSpool(home).length === 1, first.said);
	t.regex(readFileSync(`/proc/${first.child.pid}/status`, 'utf8'), /^Uid:\t0\t4242\t0\t4242$/mv);
	await first.kill();
	appendFileSync(home.log, withoutEnds(makeExec(1, `${nowS}.000`) + makeExec(2, `${nowS}.001`)));
	const second = startPluginRun(home);
	await until(() => readSpool(home).length === 2, second.said);
	t.is(await second.end(), 0);
	t.deepEqual(serialsIn(home), ['1', '2']);
	const folder = path.join(home.spool, 'audit');
	t.deepEqual(new Set(['.', ...readdirSync(folder)].map(name => statSync(path.join(folder, name)).uid)), new Set([owner]));
});
