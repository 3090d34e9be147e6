import {Buffer} from 'node:buffer';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync, copyFileSync, readFileSync, renameSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {openStore} from '../../../source/store/open-store.ts';
import {systemClock} from '../../../source/clock.ts';
import {parseShipped} from '../../../source/format/audit/shipped/parse-shipped.ts';
import {until} from '../../helpers/agent-run.ts';
import {compareWithLog, makeAuditHome, makeExec, readShipped, readSpool, withoutEnds} from '../../helpers/audit-run.ts';
import type {AuditHome} from '../../helpers/audit-run.ts';
import {cli} from '../../helpers/terminal-run.ts';

const exec = (serial: number): string => withoutEnds(makeExec(serial, `1795432304.${String(serial % 1000).padStart(3, '0')}`));
const execs = (first: number, count: number): string => Array.from({length: count}, (_, index) => exec(first + index)).join('');

/** `scribery audit follow` on the home's log, its state in the home. */
function startFollow(home: AuditHome, ...words: readonly string[]) {
	const child = spawn(process.execPath, [cli, 'audit', 'follow', home.log, ...words], {env: {...process.env, XDG_STATE_HOME: home.folder}, stdio: ['ignore', 'pipe', 'pipe']});
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		appendFileSync(home.out, text);
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		said += text;
	});
	const closed = once(child, 'close');
	return {
		said: () => said,
		async end(signal: 'SIGTERM' | 'SIGKILL') {
			child.kill(signal);
			await closed;
			return child.exitCode;
		},
	};
}

function followOnce(home: AuditHome, ...words: readonly string[]) {
	const {stdout, stderr, status} = spawnSync(process.execPath, [cli, 'audit', 'follow', home.log, '--once', ...words], {encoding: 'utf8', env: {...process.env, XDG_STATE_HOME: home.folder}});
	return {stderr, status, shipped: stdout.split('\n').slice(0, -1).map(line => parseShipped(JSON.parse(line))).map(each => 'type' in each ? each : undefined)};
}

function serialsOf(shipped: ReadonlyArray<ReturnType<typeof followOnce>['shipped'][number]>): readonly string[] {
	return shipped.map(each => each?.type === 'event' ? each.serial : `(${each?.type})`);
}

test('a log is followed on from where it was, an event half written then included', t => {
	const home = makeAuditHome();
	const [first = '', second = '', third = ''] = exec(2).split('\n', 3);
	writeFileSync(home.log, `${exec(1)}${exec(3)}${first}\n`);
	t.deepEqual(serialsOf(followOnce(home).shipped), ['1', '3', '2']); // At the end of a log that is not followed on, all there is is all.
	appendFileSync(home.log, `${second}\n${third}\n${exec(4)}`);
	const {shipped, status} = followOnce(home);
	t.is(status, 0);
	t.deepEqual(serialsOf(shipped), ['2', '4']);
	t.deepEqual(serialsOf(followOnce(home).shipped), []);
});

test('a log that was renamed, several times, is read to its end, then those after it', t => {
	const home = makeAuditHome();
	writeFileSync(home.log, execs(1, 3));
	followOnce(home);
	appendFileSync(home.log, exec(4));
	renameSync(home.log, `${home.log}.2`);
	writeFileSync(`${home.log}.1`, execs(5, 2));
	writeFileSync(home.log, execs(7, 2));
	t.deepEqual(serialsOf(followOnce(home).shipped), ['4', '5', '6', '7', '8']);
});

test('a log that was cut, or is gone, is a gap, and nothing older comes again', t => {
	const home = makeAuditHome();
	writeFileSync(home.log, execs(1, 3));
	followOnce(home);
	writeFileSync(home.log, execs(4, 9)); // The same file, longer than before, with another beginning.
	t.deepEqual(serialsOf(followOnce(home).shipped).slice(0, 3), ['(gap)', '4', '5']);
	renameSync(home.log, `${home.log}.gz`);
	writeFileSync(`${home.log}.1`, execs(11, 3));
	writeFileSync(home.log, exec(14));
	t.deepEqual(serialsOf(followOnce(home).shipped), ['(gap)', '13', '14']);
});

test('a log is followed while it is written, renamed and cut, and the follower is stopped and killed', async t => {
	const home = makeAuditHome();
	let serial = 0;
	let whole = '';
	for (const round of [0, 1, 2, 3, 4]) {
		const run = startFollow(home, '--spool', home.spool);
		for (let index = 0; index < 40; index++) {
			const text = exec(++serial);
			whole += text;
			appendFileSync(home.log, text);
		}

		if (round === 2) {
			renameSync(home.log, `${home.log}.1`);
			writeFileSync(home.log, '');
		}

		const all = serial;
		const expected = serial - 10;
		await until(() => readSpool(home).length >= expected, run.said);
		if (round === 3) {
			await until(() => readSpool(home).length >= all, run.said);
			copyFileSync(home.log, `${home.log}.old`);
			truncateSync(home.log);
			await until(() => readSpool(home).some(({type}) => type === 'gap'), run.said);
		}

		await run.end(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
	}

	t.is(spawnSync(process.execPath, [cli, 'audit', 'follow', home.log, '--once', '--spool', home.spool]).status, 0);
	t.deepEqual(compareWithLog(readSpool(home), whole), {missing: 0, doubled: 0, lines: 600});
	t.is(readSpool(home).length, serial + 1);
});

test('standard output gets each event once when the follower is told to end', async t => {
	const home = makeAuditHome();
	writeFileSync(home.log, execs(1, 50));
	const first = startFollow(home);
	await until(() => readShipped(home.out).length === 50, first.said);
	t.is(await first.end('SIGTERM'), 0);
	appendFileSync(home.log, execs(51, 50));
	const second = startFollow(home);
	await until(() => readShipped(home.out).length === 100, second.said);
	await second.end('SIGTERM');
	t.deepEqual(compareWithLog(readShipped(home.out), readFileSync(home.log, 'utf8')), {missing: 0, doubled: 0, lines: 300});
});

test('standard output of a follower that was killed lacks nothing, and what comes again is the same', async t => {
	const home = makeAuditHome();
	for (const round of [0, 1, 2]) {
		const run = startFollow(home);
		appendFileSync(home.log, execs((round * 100) + 1, 100));
		await until(() => readShipped(home.out).some(each => each.type === 'event' && each.serial === String((round * 100) + 100)), run.said);
		await run.end('SIGKILL');
	}

	const last = startFollow(home);
	appendFileSync(home.log, exec(301));
	await until(() => readShipped(home.out).some(each => each.type === 'event' && each.serial === '301'), last.said);
	t.is(await last.end('SIGTERM'), 0);
	const text = readFileSync(home.out, 'utf8').trimEnd().split('\n');
	t.is(new Set(text).size, 301);
	t.is(compareWithLog(readShipped(home.out), readFileSync(home.log, 'utf8')).missing, 0);
});

test('what is no record in a log is given out as it is with the reason, once, and hides nothing behind it', t => {
	const home = makeAuditHome();
	writeFileSync(home.log, Buffer.concat([Buffer.from(exec(1)), Buffer.from([0xFF, 0x00, 0x0A]), Buffer.from(`type=SYSCALL msg=audit(12.34\nnonsense\r\n${exec(2)}`)]));
	const {shipped, status} = followOnce(home);
	t.is(status, 0);
	t.deepEqual(serialsOf(shipped), ['1', '(text)', '(text)', '(text)', '2']);
	t.deepEqual(shipped.flatMap(each => each?.type === 'text' ? [Buffer.from(each.line).toString('latin1')] : []), ['\u{FF}\0', 'type=SYSCALL msg=audit(12.34', 'nonsense\r']);
	appendFileSync(home.log, `more\n${exec(3)}`);
	t.deepEqual(serialsOf(followOnce(home).shipped), ['(text)', '3']);
});

test('a store takes what is followed, once', async t => {
	const home = makeAuditHome();
	const address = path.join(home.folder, 'store.db');
	writeFileSync(home.log, execs(1, 20));
	t.like(followOnce(home, '--store', address), {status: 0, shipped: []});
	t.is(followOnce(home, '--store', address, '--checkpoint', path.join(home.folder, 'other.json')).status, 0);
	const store = await openStore(address, {mode: 'write', clock: systemClock});
	t.is(await store.describeEvents({isAll: true}), 20);
	await store.close();
});

test('no log, two targets and a broken checkpoint are told', t => {
	const home = makeAuditHome();
	const checkpoint = path.join(home.folder, 'c.json');
	writeFileSync(checkpoint, '{}');
	t.regex(followOnce(home, '--checkpoint', checkpoint).stderr, /^scribery: .*c\.json: this is no checkpoint of a log that was followed: .*; remove it to begin anew\n$/v);
	t.like(followOnce(home, '--store', 'a', '--spool', 'b'), {status: 2, stderr: 'scribery: audit follow: either --spool or --store, not both\n'});
	t.like(followOnce({...home, log: '/nonexistent/audit.log'}), {status: 3});
});
