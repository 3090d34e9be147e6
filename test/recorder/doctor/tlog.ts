import {spawnSync} from 'node:child_process';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import fc from 'fast-check';
import {parseAgentConfig} from '../../../recorder/agent/agent-config.ts';
import {convertTlog} from '../../../recorder/doctor/tlog/convert-tlog.ts';
import type {ConvertedTlog} from '../../../recorder/doctor/tlog/convert-tlog.ts';
import {mergeTlogLayers} from '../../../recorder/doctor/tlog/merge-tlog-layers.ts';
import {parseTlogJson} from '../../../recorder/doctor/tlog/parse-tlog-json.ts';
import {readTlogLayers, tlogConfigurationFile} from '../../../recorder/doctor/tlog/read-tlog-layers.ts';
import {tlogKeys} from '../../../recorder/doctor/tlog/tlog-keys.ts';
import {UserError} from '../../../source/user-error.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {testUnlessMissing} from '../../helpers/peer.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

const convert = (...texts: readonly string[]): ConvertedTlog => convertTlog(mergeTlogLayers(texts.map((text, index) => ({origin: `layer ${index + 1}`, text}))));
const settingsOf = (...texts: readonly string[]): Record<string, unknown> => Object.fromEntries(mergeTlogLayers(texts.map((text, index) => ({origin: String(index), text}))).settings.map(({key, value}) => [key, value]));

test('comments, a comma at the end, single quotes and raw controls are read as tlog reads them', t => {
	const text = '// {"shell": "/no"\n{ /* "a" */ "shell" : "/bin//zsh", // why\n \'notice\': \'say "hi" \\\'x\\\' // no\n\tcomment\', "log": {"input": true,},\n}';
	t.deepEqual(parseTlogJson(text, 'x'), {shell: '/bin//zsh', notice: 'say "hi" \'x\' // no\n\tcomment', log: {input: true}});
});

const refusals: ReadonlyArray<readonly [string, RegExp]> = [
	['"shell": "/bin/sh"}', /^layer 1: this is not what tlog reads as JSON: /v],
	['{/* }', /^layer 1: this is not what tlog reads as JSON: /v],
	['[]', /^layer 1: it is \[\], expected one object/v],
	['{"latency": 0}', /^layer 1: "latency" is 0, expected a whole number of 1 or more$/v],
	['{"log": {"input": "yes"}}', /^layer 1: "log\.input" is "yes", expected true or false$/v],
	['{"writer": "rsyslog"}', /^layer 1: "writer" is "rsyslog", expected one of journal, syslog, file$/v],
	['{"shell": {}}', /^layer 1: "shell" is \{\}, expected text$/v],
	['{"shell": "bash"}', /"shell" is "bash", expected an absolute path/v],
	['{"writer": "file"}', /"file\.path" is missing, expected an absolute path/v],
	[JSON.stringify({notice: 'x'.repeat(512)}), /"notice" has 512 bytes, expected at most 511/v],
];

for (const [text, message] of refusals) {
	test(`${text.slice(0, 30)} is refused, with its place`, t => {
		t.throws(() => convert(text), {instanceOf: UserError, message});
	});
}

test('a later layer wins, key by key; null says nothing', t => {
	const settings = settingsOf('{"latency": 3, "log": {"input": true}, "payload": 64}', '{"latency": 4, "log": {"window": false}, "payload": null}');
	t.like(settings, {latency: 4, 'log.input': true, 'log.window': false, payload: 64, shell: '/bin/bash'});
});

test('the layers are the file, what the environment names, what it holds, and the shell of SSSD', t => {
	const file = path.join(makeTemporaryFolder('scribery-tlog-'), 'named');
	writeFileSync(file, '{"latency": 2}');
	const layers = readTlogLayers(file, {TLOG_REC_SESSION_CONF_FILE: file, TLOG_REC_SESSION_CONF_TEXT: '{}', TLOG_REC_SESSION_SHELL: '/bin/zsh'});
	t.deepEqual(layers.map(({origin}) => origin), [file, file, 'TLOG_REC_SESSION_CONF_TEXT', 'TLOG_REC_SESSION_SHELL']);
	t.is(new Map(Object.entries(settingsOf(...layers.map(({text}) => text)))).get('shell'), '/bin/zsh');
	t.throws(() => readTlogLayers('/nonexistent', {}), {instanceOf: UserError, message: /^\/nonexistent: tlog's configuration cannot be read: /v});
});

test('what nobody has set means what it means to tlog', t => {
	const {session, agent} = convert();
	t.is(session, 'shell=/bin/bash\nnotice=ATTENTION! Your session is being recorded!\ninput=no\nnotty=full\nfull=kill\n');
	t.deepEqual(agent, {
		spool: '/var/spool/scribery', state: '/var/lib/scribery', writers: {journal: {type: 'journal', path: '/run/systemd/journal/socket', priority: 'info', augment: true}},
		latencyMs: 10_000, payloadBytes: 2048, limit: {action: 'pass', rate: 16_384, burst: 32_768},
	});
});

test('each key is told of, and where it was set', t => {
	const {outcomes} = convert('{"log": {"output": false}, "writer": "syslog", "syslog": {"facility": "local3"}, "limit": {"action": "delay"}, "masl": 1}');
	t.deepEqual(outcomes.map(({key}) => key), [...Object.keys(tlogKeys), 'masl']);
	t.deepEqual(outcomes.filter(({origin}) => origin === 'layer 1').map(({key, outcome}) => [key, outcome]), [['log.output', 'left'], ['limit.action', 'changed'], ['syslog.facility', 'same'], ['writer', 'same'], ['masl', 'left']]);
	t.is(outcomes.find(({key}) => key === 'journal.augment')?.note, 'not used: the writer is syslog');
});

const known = Object.entries(tlogKeys).map(([key, {type, choices = [], least = 0}]) => {
	const value: fc.Arbitrary<unknown> = {text: fc.string({unit: 'binary', maxLength: 80}).map(text => key === 'notice' ? text : `/${text}`), flag: fc.boolean(), number: fc.integer({min: least}), choice: choices.length === 0 ? fc.constant('') : fc.constantFrom(...choices)}[type];
	const [outer = '', inner] = key.split('.', 2);
	return value.map(chosen => inner === undefined ? {[outer]: chosen} : {[outer]: {[inner]: chosen}});
});

test('what tlog could work with makes an agent.json that the agent takes, or is refused in words', t => {
	checkProperty(t, fc.property(fc.array(fc.oneof(...known), {maxLength: 8}), parts => {
		try {
			const {agent, session} = convert(...parts.map(part => JSON.stringify(part)));
			parseAgentConfig(JSON.stringify(agent), 'agent.json');
			t.true(session.split('\n').slice(0, -1).every(line => /^(?:shell=\/|notice=|input=(?:yes|no)$|notty=full$|full=kill$)\P{Control}*/v.test(line)));
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}
		}
	}), {numRuns: 500});
});

test('any text is a configuration or refused in words', t => {
	const piece = fc.oneof(fc.constantFrom('{', '}', '"', '\'', '//', '/*', '*/', ',', ':', '\n', '\\', 'null', 'log', '"shell"', '[', ']', '\u{0}'), fc.string({maxLength: 5}), fc.json());
	checkProperty(t, fc.property(fc.array(piece, {maxLength: 30}), pieces => {
		try {
			mergeTlogLayers([{origin: 'x', text: pieces.join('')}]);
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}
		}
	}), {numRuns: 2000});
});

const testTlog = testUnlessMissing(existsSync('/usr/bin/tlog-rec-session') && existsSync(tlogConfigurationFile) ? [] : ['tlog-rec-session']);

testTlog('tlog-rec-session understands the layers alike', t => {
	const texts = [
		'{}',
		'{"shell":"/bin/zsh","latency":1,"payload":32,"log":{"input":true,"output":false},}',
		'{// c\n"notice":"a\\nb \\u00fc","limit":{"rate":0,"burst":0,"action":"drop",},/* x */"writer":"file","file":{"path":"/x"}}',
		'{\'writer\':\'syslog\',"syslog":{"facility":"local7","priority":"debug"},"journal":{"augment":false,"priority":"emerg"}}',
	];
	for (const text of texts) {
		const environment = {TLOG_REC_SESSION_CONF_TEXT: text};
		const {stdout, stderr} = spawnSync('/usr/bin/tlog-rec-session', ['--configuration'], {env: {...process.env, LC_ALL: 'C.UTF-8', ...environment}, encoding: 'utf8'});
		t.is(stderr, '', text);
		t.deepEqual(settingsOf(...readTlogLayers(tlogConfigurationFile, environment).map(layer => layer.text)), settingsOf(stdout), text);
	}
});
