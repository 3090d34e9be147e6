import {Buffer} from 'node:buffer';
import {appendFileSync, readFileSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {startAgentRun, until} from '../../helpers/agent-run.ts';
import type {AuditHome} from '../../helpers/audit-run.ts';
import {compareWithLog, makeAuditHome, makeExec, readShipped, readSpool, startPluginRun, withoutEnds} from '../../helpers/audit-run.ts';

const nowS = Math.floor(Date.now() / 1000);

test('each event goes into the spool with its lines as they are, numbered, with host and session', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	await run.give(makeExec(7, `${nowS}.001`));
	await run.give('type=USER_CMD msg=audit(1.000:8): pid=1 msg=\' ses=9 acct="x"\'\r\n');
	t.is(await run.end(), 0);
	const [first, second, ...others] = readSpool(home);
	t.deepEqual(others, []);
	t.like(first, {type: 'event', at: (nowS * 1000) + 1, serial: '7', part: 1, session: 4, lines: withoutEnds(makeExec(7, `${nowS}.001`)).split('\n').slice(0, -1)});
	t.regex(first?.boot ?? '', /^[\da-f]{32}$/v);
	t.like(second, {serial: '8', session: undefined, boot: undefined, number: (first?.number ?? 0) + 1, lines: ['type=USER_CMD msg=audit(1.000:8): pid=1 msg=\' ses=9 acct="x"\'\r']});
	t.is(statSync(path.join(home.spool, 'audit')).mode % 0o1000, 0o700);
});

test('records of two events between each other are two events, and one without an end is whole when the input ends', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	const [a, b] = [makeExec(1, `${nowS}.000`).split('\n'), makeExec(2, `${nowS}.000`).split('\n').slice(0, 2)];
	await run.give([a[0], b[0], a[1], b[1], a[2], a[3], ''].join('\n'));
	await run.end();
	t.deepEqual(readSpool(home).map(each => each.type === 'event' && [each.serial, each.lines.length]), [['1', 3], ['2', 2]]);
});

test('what is no record is kept with the reason, bytes and all', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	run.child.stdin.write(Buffer.from([0xFF, 0x00, 0x0A, 0x0A]));
	await run.give('type=SYSCALL msg=audit(12.34');
	await run.end();
	t.like(readSpool(home).map(each => each.type === 'text' && [Buffer.from(each.line).toString('hex'), each.reason, each.place]), [['ff00', 'does not begin with "type="', 1], [Buffer.from('type=SYSCALL msg=audit(12.34').toString('hex'), 'has no time and serial in "msg=audit(…)"', 2]]);
});

test('an event too long for one line is shipped in parts that hold all of it', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	const lines = Array.from({length: 9}, (_, index) => `type=EXECVE msg=audit(${nowS}.000:1): a${index}=${'61'.repeat(4000)}`);
	await run.give([...lines, `type=EOE msg=audit(${nowS}.000:1):`, ''].join('\n'));
	await run.end();
	const parts = readSpool(home);
	t.deepEqual(parts.map(each => each.type === 'event' && each.part), [1, 2, 3]);
	t.deepEqual(parts.flatMap(each => each.type === 'event' ? each.lines : []), lines);
});

test('what came to a plugin that was killed is found in the log, and nothing comes twice', async t => {
	const home = makeAuditHome();
	const rounds = [0, 1, 2, 3].map(round => Array.from({length: 200}, (_, index) => makeExec((round * 200) + index + 1, `${nowS}.${String(round).padStart(3, '0')}`)));
	const first = startPluginRun(home);
	await first.give(makeExec(0, `${nowS}.000`));
	await until(() => readSpool(home).length > 0, first.said);
	appendFileSync(home.log, withoutEnds(makeExec(0, `${nowS}.000`)));
	await first.kill();
	for (const events of rounds) {
		const run = startPluginRun(home);
		for (const event of events) {
			appendFileSync(home.log, withoutEnds(event));
			await run.give(event);
		}

		await until(() => readSpool(home).length > 1, run.said);
		await run.kill();
	}

	const last = startPluginRun(home);
	await until(() => readSpool(home).length >= 801, last.said);
	t.is(await last.end(), 0);
	t.deepEqual(compareWithLog(readSpool(home), readFileSync(home.log, 'utf8')), {missing: 0, doubled: 0, lines: 2403});
	const numbers = readSpool(home).map(({number}) => number ?? 0);
	t.deepEqual(numbers, numbers.map((_, index) => (numbers[0] ?? 0) + index));
});

test('half an event that came to a plugin that was killed is made whole by the next one', async t => {
	const home = makeAuditHome();
	const [before, event] = [makeExec(1, `${nowS}.000`), makeExec(2, `${nowS}.001`)];
	appendFileSync(home.log, withoutEnds(before + event));
	const first = startPluginRun(home);
	await first.give(before);
	await until(() => readSpool(home).length > 0, first.said);
	await first.kill();
	const second = startPluginRun(home);
	await second.give(event.split('\n').slice(2).join('\n'));
	await until(() => readSpool(home).length > 1, second.said);
	await second.end();
	t.deepEqual(compareWithLog(readSpool(home), withoutEnds(before + event)), {missing: 0, doubled: 0, lines: 6});
});

test('a line torn at the end of the spool is taken away before the next one', async t => {
	const home = makeAuditHome();
	const first = startPluginRun(home);
	await first.give(makeExec(1, `${nowS}.000`));
	await first.end();
	const segment = readdirSync(path.join(home.spool, 'audit')).find(name => name.endsWith('.jsonl')) ?? '';
	appendFileSync(path.join(home.spool, 'audit', segment), '{"audit":1,"n":');
	const second = startPluginRun(home);
	await second.give(makeExec(2, `${nowS}.000`));
	await second.end();
	t.deepEqual(readSpool(home).map(each => each.type === 'event' && each.serial), ['1', '2']);
});

test('a second one who would write to the spool waits for the first, and says who it is', async t => {
	const home = makeAuditHome();
	const first = startPluginRun(home);
	await first.give(makeExec(1, `${nowS}.000`));
	await until(() => readSpool(home).length > 0, first.said);
	const second = startPluginRun(home);
	await second.give(makeExec(2, `${nowS}.000`));
	await first.end();
	await until(() => readSpool(home).length > 1, second.said);
	await second.end();
	t.deepEqual(readSpool(home).map(each => each.type === 'event' && each.serial), ['1', '2']);
});

test('the agent delivers the spool while plugin and agent are killed in turn: no event is lost, none comes twice', async t => {
	const home = makeAuditHome();
	let serial = 0;
	let plugin = startPluginRun(home);
	let agent = startAgentRun(home);
	const say = (): string => plugin.said() + agent.said();
	for (let round = 0; round < 6; round++) {
		for (let index = 0; index < 150; index++) {
			const event = makeExec(++serial, `${nowS}.${String(round).padStart(3, '0')}`);
			appendFileSync(home.log, withoutEnds(event));
			await plugin.give(event);
		}

		await untilShipped(home, round * 100, say);
		if (round % 2 === 0) {
			await agent.kill();
			agent = startAgentRun(home);
		} else {
			await plugin.kill();
			plugin = startPluginRun(home);
		}
	}

	await untilShipped(home, serial, say);
	await plugin.end();
	await agent.stop();
	t.deepEqual(compareWithLog(readShipped(home.out), readFileSync(home.log, 'utf8')), {missing: 0, doubled: 0, lines: 3 * serial});
	t.is(readShipped(home.out).length, serial);
});

async function untilShipped(home: AuditHome, count: number, say: () => string): Promise<void> {
	await until(() => readShipped(home.out).length >= count, say);
}
