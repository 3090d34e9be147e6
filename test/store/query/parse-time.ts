import test from 'ava';
import {parseTime} from '../../../source/store/query/parse-time.ts';

/** A Monday, half past two in Prague. */
const context = {now: Date.parse('2026-11-23T13:30:00Z'), zone: 'Europe/Prague'};

const spans: ReadonlyArray<readonly [written: string, from: string, to: string]> = [
	['now', '2026-11-23T13:30:00.000Z', '2026-11-23T13:30:00.001Z'],
	['today', '2026-11-22T23:00:00.000Z', '2026-11-23T23:00:00.000Z'],
	['Yesterday', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
	['monday', '2026-11-15T23:00:00.000Z', '2026-11-16T23:00:00.000Z'],
	['sunday', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
	['last week', '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
	['last month', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
	['2h ago', '2026-11-23T11:30:00.000Z', '2026-11-23T11:30:00.001Z'],
	['1h30m', '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.001Z'],
	['1.5d', '2026-11-22T01:30:00.000Z', '2026-11-22T01:30:00.001Z'],
	['500ms', '2026-11-23T13:29:59.500Z', '2026-11-23T13:29:59.501Z'],
	['14:00', '2026-11-23T13:00:00.000Z', '2026-11-23T13:01:00.000Z'],
	['15:00', '2026-11-22T14:00:00.000Z', '2026-11-22T14:01:00.000Z'],
	['14:00:05', '2026-11-23T13:00:05.000Z', '2026-11-23T13:00:06.000Z'],
	['2026-11-20', '2026-11-19T23:00:00.000Z', '2026-11-20T23:00:00.000Z'],
	['11-20', '2026-11-19T23:00:00.000Z', '2026-11-20T23:00:00.000Z'],
	['12-24', '2025-12-23T23:00:00.000Z', '2025-12-24T23:00:00.000Z'],
	['20 nov', '2026-11-19T23:00:00.000Z', '2026-11-20T23:00:00.000Z'],
	['20 November 14:00', '2026-11-20T13:00:00.000Z', '2026-11-20T13:01:00.000Z'],
	['2026-11-20T14:00:05.5', '2026-11-20T13:00:05.500Z', '2026-11-20T13:00:05.501Z'],
	['2026-11-20T14:00Z', '2026-11-20T14:00:00.000Z', '2026-11-20T14:01:00.000Z'],
	['2026-11-20T14:00:00-05:30', '2026-11-20T19:30:00.000Z', '2026-11-20T19:30:01.000Z'],
	['@1795427902', '2026-11-23T09:58:22.000Z', '2026-11-23T09:58:23.000Z'],
	['yesterday 14:00..15:00', '2026-11-22T13:00:00.000Z', '2026-11-22T14:00:00.000Z'],
	['yesterday 22:00..02:00', '2026-11-22T21:00:00.000Z', '2026-11-23T01:00:00.000Z'],
	['22:00..02:00', '2026-11-22T21:00:00.000Z', '2026-11-23T01:00:00.000Z'],
	['2026-11-20..2026-11-21', '2026-11-19T23:00:00.000Z', '2026-11-21T23:00:00.000Z'],
	['2026-11-20 14:00..2026-11-21 15:00', '2026-11-20T13:00:00.000Z', '2026-11-21T14:00:00.000Z'],
	['2h ago..1h ago', '2026-11-23T11:30:00.000Z', '2026-11-23T12:30:00.000Z'],
	['3h..13:00', '2026-11-23T10:30:00.000Z', '2026-11-23T12:00:00.000Z'],
];

for (const [written, from, to] of spans) {
	test(`a time in Prague: ${written}`, t => {
		const span = parseTime(written, context);
		t.deepEqual('fault' in span ? span : [new Date(span.from).toISOString(), new Date(span.to).toISOString(), span.written], [from, to, written]);
	});
}

test('an open range has no end on that side', t => {
	t.deepEqual(parseTime('..2026-11-20', context), {from: -Infinity, to: Date.parse('2026-11-20T23:00:00Z'), written: '..2026-11-20'});
	t.deepEqual(parseTime('2026-11-20..', context), {from: Date.parse('2026-11-19T23:00:00Z'), to: Infinity, written: '2026-11-20..'});
});

for (const written of ['', '..', 'tomorrow', '25:00', '14:60', '2026-02-30', '13-01', '31 feb', '2x', 'ago', 'last', 'last year', '@', '@x', '1..x', 'yesterday 25:00', '2026-11-20T14:00+1:00', '0-0']) {
	test(`not a time: "${written}"`, t => {
		t.like(parseTime(written, context), {fault: 'unknown'});
	});
}

const zoned: ReadonlyArray<readonly [title: string, zone: string, written: string, from: string, to: string]> = [
	['a day that loses an hour has 23', 'Europe/Prague', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
	['a day that gains an hour has 25', 'Europe/Prague', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
	['a clock time that was skipped moves on', 'Europe/Prague', '2026-03-29 02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T01:31:00.000Z'],
	['a clock time shown twice is the first one', 'Europe/Prague', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z', '2026-10-25T00:31:00.000Z'],
	['a day without midnight begins when it begins', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
	['half hours count', 'Asia/Kolkata', '2026-11-23', '2026-11-22T18:30:00.000Z', '2026-11-23T18:30:00.000Z'],
	['half an hour of summer time counts', 'Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', '2026-10-04T13:00:00.000Z'],
	['a zone may be an offset', '-03:30', '2026-11-23', '2026-11-23T03:30:00.000Z', '2026-11-24T03:30:00.000Z'],
];

for (const [title, zone, written, from, to] of zoned) {
	test(`${title}: ${written} in ${zone}`, t => {
		const span = parseTime(written, {...context, zone});
		t.deepEqual('fault' in span ? span : [new Date(span.from).toISOString(), new Date(span.to).toISOString()], [from, to]);
	});
}
