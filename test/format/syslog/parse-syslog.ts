import test from 'ava';
import fc from 'fast-check';
import {parseSyslog} from '../../../source/format/syslog/parse-syslog.ts';
import {printLocalSyslog, printSyslog} from '../../../source/format/syslog/print-syslog.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const json = '{"ver":"2.3"}';

const lines: ReadonlyArray<readonly [what: string, line: string, host: string | undefined, tag: string | undefined, text: string]> = [
	['RFC 5424', `<86>1 2026-11-23T20:29:03.123Z web-1 tlog 17 - - ${json}`, 'web-1', 'tlog', json],
	['RFC 5424 that tells nothing', `<86>1 - - - - - - ${json}`, undefined, undefined, json],
	['RFC 5424 with structured data', String.raw`<86>1 - web-1 tlog - ID [a@1 k="x\"] y"][b@2] ` + json, 'web-1', 'tlog', json],
	['RFC 5424 with a byte order mark', `<86>1 - web-1 tlog - - - \u{FEFF}${json}`, 'web-1', 'tlog', json],
	['what the C library writes', `<86>Nov 23 20:29:03 tlog: ${json}`, undefined, 'tlog', json],
	['what the C library writes, without a time', `<86>tlog[12]: ${json}`, undefined, 'tlog', json],
	['RFC 3164', `<86>Nov  3 20:29:03 web-1 tlog[12]: ${json}`, 'web-1', 'tlog', json],
	['RFC 3164 with an address', `<86>Nov  3 20:29:03 fe80::1 tlog:${json}`, 'fe80::1', 'tlog', json],
	['the format in which rsyslog forwards', `<86>2026-11-23T20:29:03.123456+01:00 web-1 tlog: ${json}`, 'web-1', 'tlog', json],
	['the same for what came as RFC 5424', `<86>2026-11-23T20:29:03.123456+01:00 web-1 tlog ${json}`, 'web-1', 'tlog', json],
	['a line of a log file', `Nov 23 20:29:03 web-1 tlog-rec-session[9]: ${json}`, 'web-1', 'tlog-rec-session', json],
	['a line of a log file with whole times', `2026-11-23T20:29:03.123456+01:00 web-1 tlog: ${json}`, 'web-1', 'tlog', json],
	['a host and no program', `<86>Nov 23 20:29:03 web-1 ${json}`, 'web-1', undefined, json],
	['nothing but the number', `<86>${json}`, undefined, undefined, json],
];

for (const [what, line, host, tag, text] of lines) {
	test(`${what} is read`, t => {
		t.deepEqual(parseSyslog(line), {host, tag, text});
	});
}

for (const line of [json, '', 'hello', '<86', '<1234>Nov 23', '<86>1 - web-1 tlog - -', '<86>1 - web-1 tlog - - [a k="x', 'node=web-1 type=USER_LOGIN msg=audit(1.1:1):']) {
	test(`${JSON.stringify(line)} is no syslog line`, t => {
		t.is(parseSyslog(line), undefined);
	});
}

const name = fc.string({unit: fc.constantFrom(...'abcxyz019.-'), minLength: 1, maxLength: 20}).map(text => `h${text}`);
const arbitraryLine = fc.record({priority: fc.nat(191), at: fc.option(fc.nat(4e12), {nil: undefined}), host: name, tag: name, text: fc.string({maxLength: 200}).filter(text => !text.startsWith('\u{FEFF}'))});

test('what is printed for another host is read back', t => {
	checkProperty(t, fc.property(arbitraryLine, ({text, ...head}) => {
		t.deepEqual(parseSyslog(printSyslog(head, text)), {host: head.host, tag: head.tag, text});
	}));
});

test('what is printed for the own daemon is read back', t => {
	checkProperty(t, fc.property(arbitraryLine, ({text, ...head}) => {
		t.deepEqual(parseSyslog(printLocalSyslog(head, text)), {host: undefined, tag: head.tag, text});
	}));
});
