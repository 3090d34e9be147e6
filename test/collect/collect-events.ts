import {Buffer} from 'node:buffer';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../source/clock.ts';
import {collectLines} from '../../source/collect/collect-lines.ts';
import type {InputName} from '../../source/collect/collect-lines.ts';
import type {CollectReport} from '../../source/collect/report.ts';
import {printShipped} from '../../source/format/audit/shipped/print-shipped.ts';
import {splitLines} from '../../source/format/recording/split-lines.ts';
import type {Store} from '../../source/store/store.ts';
import {UserError} from '../../source/user-error.ts';
import {makeCommand, makeOpening, recordedAt} from '../helpers/make-event.ts';
import {bootId, makeMessage} from '../helpers/make-message.ts';
import {makeSqliteStore} from '../helpers/temporary-store.ts';

const key = {host: makeMessage().host, rec: makeMessage().rec};

async function makeStore(t: ExecutionContext): Promise<Store> {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([makeMessage()]);
	return store;
}

async function collect(store: Store, lines: readonly unknown[], name: Partial<InputName> = {}): Promise<CollectReport> {
	return collectLines(store, splitLines([Buffer.from(lines.map(line => `${String(line)}\n`).join(''))]), {file: 'audit.log', ...name});
}

test('an audit log with its node is stored event by event, records that stand between each other put together', async t => {
	const store = await makeStore(t);
	const [a, b] = [makeCommand().lines, makeOpening({sinceMs: 1}).lines].map(lines => lines.map(line => `node=web1 ${String(line)}`));
	const mixed = [...a ?? [], ...b ?? []].toSorted((x, y) => Number(x.includes('PROCTITLE')) - Number(y.includes('PROCTITLE')));
	t.like(await collect(store, mixed), {events: 2, stored: 2, refused: 0});
	const events = await Array.fromAsync(store.readEvents(key));
	t.deepEqual(events.map(({lines, at}) => [at, lines]), [[recordedAt, a ?? []], [recordedAt + 1, b ?? []]]);
});

test('the daemon\'s names behind a record are kept with it, and used', async t => {
	const store = await makeStore(t);
	const [call, ...rest] = makeCommand().lines;
	const lines = [`${String(call)}\u{1D}ARCH=x86_64 SYSCALL=execve AUID="alice" UID="alice" EUID="alice"`, ...rest];
	await collect(store, lines, {host: 'web1'});
	const [event] = await Array.fromAsync(store.readEvents(key));
	t.deepEqual(event?.lines, lines);
	t.is(event?.action.users.effective?.name, 'alice');
});

test('a log that does not name its host is refused until somebody does', async t => {
	const store = await makeStore(t);
	const error = await t.throwsAsync(collect(store, makeCommand().lines), {instanceOf: UserError});
	t.regex(error?.message ?? '', /audit\.log: .*do not name their host.*--host NAME/v);
	t.like(await collect(store, makeCommand().lines, {host: 'web1'}), {stored: 1});
});

test('lines that recorded hosts ship stand between messages, and come twice without harm', async t => {
	const store = await makeStore(t);
	const {host, boot, at, serial, auditSession: session, lines} = makeCommand({sinceMs: 40});
	const event = {type: 'event', host, boot, at, serial, session, number: 1, part: 1, lines} as const;
	const parts = [{...event, lines: lines.slice(0, 2)}, {...event, part: 2, lines: lines.slice(2)}];
	const sent = [...parts.map(part => printShipped(part)), makeMessage({id: 2}).text, printShipped(event)];
	t.like(await collect(store, sent), {events: 3, doubled: 2});
	const [read] = await Array.fromAsync(store.readEvents(key));
	t.deepEqual(read?.lines, lines);
});

test('gaps and lines that are no records are kept, once', async t => {
	const store = await makeStore(t);
	const sent = {host: 'web1', boot: bootId, at: recordedAt, number: 2};
	const lines = [
		printShipped({...sent, type: 'gap', cause: 'kernel', count: 3, first: undefined, last: undefined, text: 'the kernel lost 3 records'}),
		printShipped({...sent, type: 'text', line: Uint8Array.of(0xFF), reason: 'does not begin with "type="', place: 1}),
	];
	const first = await collect(store, lines);
	t.deepEqual(first.problems, []);
	t.like(first, {events: 2, stored: 2});
	t.like(await collect(store, lines), {stored: 0, doubled: 2});
});

const refused: ReadonlyArray<readonly [fact: string, line: string, told: RegExp]> = [
	['a shipped event without lines', '{"audit":1,"host":"web1","time":1,"serial":1,"lines":[]}', /audit\.log:1: a shipped audit event cannot be read: "lines"/v],
	['a shipped event of another version', '{"audit":2}', /"audit" is 2, expected 1/v],
	['a shipped event that is cut', '{"audit":1,"host":"we', /cannot be read/v],
	['a record without a serial', 'type=SYSCALL msg=audit(12.3): a=b', /an audit line has no time and serial/v],
];
for (const [fact, line, told] of refused) {
	test(`${fact} is refused and told, and what follows is stored`, async t => {
		const store = await makeStore(t);
		const report = await collect(store, [line, ...makeCommand().lines], {host: 'web1'});
		t.like(report, {stored: 1, refused: 1});
		t.regex(report.problems[0] ?? '', told);
	});
}

test('a session that a program only claims in its own words is not believed', async t => {
	const store = await makeStore(t);
	const stamp = `audit(${(recordedAt / 1000).toFixed(3)}:7):`;
	await collect(store, [`type=USER_CMD msg=${stamp} pid=9 uid=0 auid=4294967295 ses=4294967295 msg='cwd="/" cmd=6964 ses=69 res=success'`], {host: 'web1'});
	t.is((await store.getSession(key))?.audit, undefined);
});
