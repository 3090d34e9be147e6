import process from 'node:process';
import test from 'ava';
import {printLocalSyslog, printSyslog} from '../../../source/format/syslog/print-syslog.ts';

process.env.TZ = 'Europe/Berlin';
const at = Date.UTC(2026, 10, 3, 23, 4, 5, 678);

test('a line for another host has its own time, in UTC', t => {
	t.is(printSyslog({priority: 86, at, host: 'web-1.example.org', tag: 'tlog'}, '{"ver":"2.3"}'), '<86>1 2026-11-03T23:04:05.678Z web-1.example.org tlog - - - {"ver":"2.3"}');
});

test('what cannot stand in the head is left out', t => {
	t.is(printSyslog({priority: 86, at: undefined, host: 'b ü\nx', tag: ''}, ''), '<86>1 - bx - - - - ');
});

test('a line for the local socket has the time of this host\'s zone, the day padded with a blank', t => {
	t.is(printLocalSyslog({priority: 86, at, host: 'h', tag: 'tlog'}, '{}'), '<86>Nov  4 00:04:05 tlog: {}');
});
