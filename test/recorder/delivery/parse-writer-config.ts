import test from 'ava';
import fc from 'fast-check';
import {parseWriterConfig} from '../../../recorder/delivery/parse-writer-config.ts';
import type {WriterConfig} from '../../../recorder/delivery/writer-config.ts';
import {UserError} from '../../../source/user-error.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const place = {file: '/etc/scribery/agent.json', key: 'writers.main'};
const head = {facility: 'authpriv', priority: 'info'} as const;

const configs: ReadonlyArray<readonly [string, WriterConfig]> = [
	['{"type":"file","path":"/var/log/sessions"}', {type: 'file', path: '/var/log/sessions'}],
	['{"type":"syslog"}', {type: 'syslog', ...head, transport: 'unix', path: '/dev/log'}],
	['{"type":"syslog","transport":"tcp","host":"logs","facility":"local3","priority":"notice"}', {type: 'syslog', facility: 'local3', priority: 'notice', transport: 'tcp', host: 'logs', port: 514}],
	['{"type":"syslog","transport":"tls","host":"logs","port":6515}', {type: 'syslog', ...head, transport: 'tls', host: 'logs', port: 6515, tls: {}}],
	['{"type":"journal"}', {type: 'journal', path: '/run/systemd/journal/socket', priority: 'info', augment: true}],
	['{"type":"collector","transport":"unix","path":"/run/c"}', {type: 'collector', transport: 'unix', path: '/run/c'}],
	['{"type":"collector","host":"logs","tls":{"ca":"/ca","certificate":"/c","key":"/k","serverName":"x"}}', {type: 'collector', transport: 'tls', host: 'logs', port: 2514, tls: {ca: '/ca', certificate: '/c', key: '/k', serverName: 'x'}}],
];

for (const [text, config] of configs) {
	test(`${text} is a writer, and is read again as it was understood`, t => {
		t.deepEqual(parseWriterConfig(JSON.parse(text), place), config);
		t.deepEqual(parseWriterConfig(config, place), config);
	});
}

const refusals: ReadonlyArray<readonly [string, string]> = [
	['[]', '"writers.main" is [], expected an object'],
	['{}', '"writers.main.type" is missing, expected "file", "syslog", "journal" or "collector"'],
	['{"type":"File"}', '"writers.main.type" is "File", expected "file", "syslog", "journal" or "collector"'],
	['{"type":"file"}', '"writers.main.path" is missing, expected an absolute path'],
	['{"type":"file","path":"log"}', '"writers.main.path" is "log", expected an absolute path'],
	['{"type":"file","path":"/log","facility":"user"}', '"writers.main.facility" is not known here, expected type, path, carries'],
	['{"type":"syslog","transport":"tcp"}', '"writers.main.host" is missing, expected text that is not empty'],
	['{"type":"syslog","transport":"tcp","host":"h","port":"514"}', '"writers.main.port" is "514", expected a whole number from 1 to 65535'],
	['{"type":"syslog","priority":null}', '"writers.main.priority" is null, expected "emerg", "alert", "crit", "err", "warning", "notice", "info" or "debug"'],
	['{"type":"journal","augment":1}', '"writers.main.augment" is 1, expected true or false'],
	['{"type":"collector","transport":"tcp","host":"h"}', '"writers.main.transport" is "tcp", expected "unix" or "tls"'],
	['{"type":"collector","host":"h","tls":true}', '"writers.main.tls" is true, expected an object'],
	['{"type":"collector","host":"h","tls":{"certificate":"/c"}}', '"writers.main.tls.key" is missing, expected an absolute path'],
	['{"type":"collector","host":"h","tls":{"verify":false}}', '"writers.main.tls.verify" is not known here, expected ca, certificate, key, serverName'],
];

for (const [text, problem] of refusals) {
	test(`${text} is refused with file, key, what was found and what was expected`, t => {
		t.throws(() => parseWriterConfig(JSON.parse(text), place), {instanceOf: UserError, message: `/etc/scribery/agent.json: ${problem}`});
	});
}

test('any JSON is a writer or refused in words', t => {
	const keys = fc.constantFrom('type', 'path', 'transport', 'host', 'port', 'tls', 'priority', 'facility', 'augment', '__proto__', 'x');
	const values = fc.oneof(fc.constantFrom('file', 'syslog', 'journal', 'collector', 'tcp', 'tls', 'unix', '/x'), fc.jsonValue());
	checkProperty(t, fc.property(fc.oneof(fc.dictionary(keys, values), fc.jsonValue()), value => {
		try {
			parseWriterConfig(value, place);
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}
		}
	}), {numRuns: 1000});
});
