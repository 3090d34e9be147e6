import test from 'ava';
import fc from 'fast-check';
import {createNdjson} from '../../../../source/format/audit/ndjson/create-ndjson.ts';
import {checkProperty} from '../../../helpers/check-property.ts';
import {convertLines} from '../helpers/convert-lines.ts';
import {convertEvents, noNames} from '../helpers/convert-text.ts';
import {sessionLogs} from '../helpers/session-logs.ts';

type Line = {
	readonly version: number;
	readonly serial?: number;
	readonly time?: string;
	readonly error?: string;
	readonly text?: readonly string[];
	readonly reason?: string;
	readonly trimmed?: ReadonlyArray<{readonly path: string; readonly kept: number; readonly of: number}>;
	readonly data?: Readonly<Record<string, unknown>>;
};

const stamp = 'msg=audit(1450000000.123:7):';

function convert(log: string, {hasText = false, mostBytes = Infinity} = {}): readonly Line[] {
	return convertLines(log, createNdjson({hostNames: noNames, hasText, mostBytes}));
}

test('each event of a real log is a line with the data that aushape has', t => {
	for (const log of Object.values(sessionLogs)) {
		t.deepEqual(convert(log).map(({serial, data}) => ({serial, data})), convertEvents(log).map(({serial, data}) => ({serial, data})));
	}
});

test('a line that is no record is kept with the reason', t => {
	t.deepEqual(convert(`garbage\ntype=CWD ${stamp} cwd="/"\ntype=CWD msg=audit(`), [
		{version: 1, text: ['garbage'], reason: 'does not begin with "type="'},
		{version: 1, text: ['type=CWD msg=audit('], reason: 'has no time and serial in "msg=audit(…)"'},
		{version: 1, serial: 7, time: '2015-12-13T09:46:40.123+00:00', data: {cwd: {cwd: ['/']}}},
	]);
});

test('arguments that are fewer than they should be are kept beside the error', t => {
	t.like(convert(`type=EXECVE ${stamp} argc=4 a0="x" a2="y"`)[0], {error: 'Invalid execve record sequence encountered', data: {execve: ['x', '', 'y']}});
});

test('records of one type that came twice are a list beside the error', t => {
	t.like(convert(`type=CWD ${stamp} cwd="/a"\ntype=CWD ${stamp} cwd="/b"`)[0], {error: 'An unexpected repeated record type encountered', data: {cwd: [{cwd: ['/a']}, {cwd: ['/b']}]}});
});

test('a long argument is cut and its length told', t => {
	const [event] = convert(`type=EXECVE ${stamp} argc=2 a0="x" a1="${'y'.repeat(20_000)}"`, {mostBytes: 4096});
	t.deepEqual(event?.trimmed, [{path: '$.data.execve[1]', kept: 1024, of: 20_000}]);
	t.deepEqual(event?.data?.execve, ['x', 'y'.repeat(1024)]);
});

test('many arguments are cut to the first ones and their number told', t => {
	const values = Array.from({length: 400}, (_, index) => `a${index}="${index}"`);
	const [event] = convert(`type=EXECVE ${stamp} argc=400 ${values.join(' ')}`, {mostBytes: 1024});
	t.deepEqual(event?.trimmed, [{path: '$.data.execve', kept: 64, of: 400}]);
});

test('what was run is the last to be left out', t => {
	for (const event of convert(sessionLogs.enriched, {mostBytes: 1024}).filter(({trimmed}) => trimmed !== undefined)) {
		const isLost = event.trimmed?.some(({path}) => path === '$.data.execve');
		t.true(!isLost || event.data === undefined, JSON.stringify(event));
	}
});

test('no event is longer than asked for, whatever is in it', t => {
	const values = fc.array(fc.oneof(fc.string({unit: 'binary', maxLength: 3000}), fc.string()), {maxLength: 60});
	checkProperty(t, fc.property(values, fc.integer({min: 1024, max: 9000}), fc.boolean(), (words, mostBytes, hasText) => {
		const body = words.map((word, index) => `a${index}="${word.replaceAll(/[\n "]/gv, '')}x"`).join(' ');
		const lines = convert(`type=SYSCALL ${stamp} arch=c000003e syscall=59\ntype=EXECVE ${stamp} argc=${words.length} ${body}`, {hasText, mostBytes});
		return lines.every(line => new TextEncoder().encode(JSON.stringify(line)).length < mostBytes);
	}), {numRuns: 50});
});

test('nothing that is fed makes it throw, and each line is in an event or told', t => {
	const real = sessionLogs.enriched.split('\n').slice(0, 400);
	const line = fc.oneof(
		fc.string({unit: 'binary', maxLength: 80}),
		fc.constantFrom(...real),
		fc.tuple(fc.constantFrom(...real), fc.nat(400), fc.string({unit: 'binary', maxLength: 4})).map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + put.length)),
		fc.constantFrom(`type=EXECVE ${stamp} argc=99999999 a9999999="x"`, `type=EXECVE ${stamp} argc=2 a0_len=9 a0[0]=41`, `type=USER_LOGIN ${stamp} pid=1 msg='op=x acct="a" type=SYSCALL msg=audit(1.000:1): uid=0'`, `type=UNKNOWN[9999] ${stamp} a=b`, `type=PATH ${stamp} item=300 name=2FF`),
	);
	checkProperty(t, fc.property(fc.array(line, {maxLength: 30}), fed => {
		const lines = fed.flatMap(text => text.split('\n'));
		const out = convert(lines.join('\n'), {hasText: true});
		const told = out.flatMap(({text = []}) => text).toSorted();
		const expected = lines.map(text => cutEnd(text)).filter(text => text.trim() !== '' && !/^(?:node=\S* )? *type=EOE /v.test(text)).toSorted();
		t.deepEqual(told, expected.map(text => new TextDecoder().decode(new TextEncoder().encode(text))));
	}), {numRuns: 300});
});

/** As it is told: without what ends a line, and without what the daemon added. */
function cutEnd(text: string): string {
	const [before = ''] = text.split('\u{1D}', 1);
	let end = before.length;
	while ('\r\0'.includes(before.charAt(end - 1)) && end > 0) {
		end--;
	}

	return before.slice(0, end);
}
