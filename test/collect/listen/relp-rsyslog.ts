import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import {openDelivery} from '../../../recorder/delivery/open-delivery.ts';
import {readPort, readStored, startCollector} from '../../helpers/collector-run.ts';
import {deliver, makeOutgoing, readOutgoing} from '../../helpers/outgoing.ts';
import {findFreePort, makeDaemon, testWithRsyslog} from '../../helpers/rsyslog.ts';
import type {RsyslogDaemon} from '../../helpers/rsyslog.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

const testRsyslog = testWithRsyslog(['imrelp', 'omrelp']);

testRsyslog('what rsyslog passes on by RELP is stored to the byte, with any of its templates', async t => {
	const folder = makeTemporaryFolder('scribery-collect-');
	const store = path.join(folder, 'store.db');
	const collector = await startCollector(t, ['--store', store, '--no-index', '--listen', 'relp://127.0.0.1:0']);
	const recordings = ['web2-carol-unicode.jsonl', 'db2-carol-binary.jsonl', 'bastion1-mallory-hostile.jsonl'].map(name => readOutgoing(name));
	for (const [index, template] of ['RSYSLOG_SyslogProtocol23Format', 'RSYSLOG_ForwardFormat', 'bare'].entries()) {
		const port = await findFreePort();
		const rsyslog = passOn(t, {port, to: readPort(collector.addresses[0]), template});
		rsyslog.start();
		const delivery = openDelivery({type: 'syslog', facility: 'authpriv', priority: 'info', transport: 'tcp', host: '127.0.0.1', port});
		const messages = recordings[index] ?? [];
		await deliver(delivery, messages);
		const key = keyOf(messages[0]?.text);
		while ((await readStored(store, key)).length < messages.length) {
			await setTimeout(20);
		}

		t.deepEqual(await readStored(store, key), messages.map(({text}) => text), template);
		await delivery.close();
		await rsyslog.kill();
	}

	t.is(collector.said(), '');
	t.is(await collector.stop(), 0);
});

testRsyslog('our agent delivers to a collector that is killed at every turn: all is stored once', async t => {
	const folder = makeTemporaryFolder('scribery-collect-');
	const [store, socket] = [path.join(folder, 'store.db'), path.join(folder, 'socket')];
	const words = ['--store', store, '--no-index', '--listen', `relp:${socket}`];
	let collector = await startCollector(t, words);
	const delivery = openDelivery({type: 'collector', transport: 'unix', path: socket});
	const messages = makeOutgoing(6000);
	let failures = 0;
	for (let at = 0; at < messages.length; at += 2000) {
		const delivering = deliver(delivery, messages.slice(at, at + 2000));
		await setTimeout(30);
		await collector.kill();
		collector = await startCollector(t, words);
		failures += await delivering;
	}

	await delivery.close();
	t.is(await collector.stop(), 0);
	t.deepEqual(await readStored(store, {host: 'web-1', rec: 'c0ffee-1-1'}), messages.map(({text}) => text));
	t.true(failures > 0);
});

type Passing = {readonly port: number; readonly to: number; readonly template: string};

/** An rsyslog between a host and the collector. */
function passOn(t: ExecutionContext, {port, to, template}: Passing): RsyslogDaemon {
	return makeDaemon(t, makeTemporaryFolder('scribery-rsyslog-'), String.raw`module(load="imtcp") module(load="omrelp")
template(name="bare" type="string" string="%msg%\n")
input(type="imtcp" port="${port}" address="127.0.0.1" ruleset="out")
ruleset(name="out") { action(type="omrelp" target="127.0.0.1" port="${to}" template="${template}" action.resumeInterval="1" action.resumeRetryCount="-1") }`);
}

function keyOf(text = ''): {readonly host: string; readonly rec: string} {
	const {host, rec} = JSON.parse(text) as {readonly host: string; readonly rec: string};
	return {host, rec};
}
