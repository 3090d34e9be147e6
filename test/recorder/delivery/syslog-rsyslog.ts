import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import type {Delivery, OutgoingMessage} from '../../../recorder/delivery/delivery.ts';
import {openDelivery} from '../../../recorder/delivery/open-delivery.ts';
import type {SyslogWriterConfig} from '../../../recorder/delivery/writer-config.ts';
import {makeCertificates} from '../../helpers/certificates.ts';
import {buildDatagramProgram} from '../../helpers/datagram-program.ts';
import {deliver, findRecording, makeOutgoing, readOutgoing} from '../../helpers/outgoing.ts';
import {findFreePort, makeRsyslog, testWithRsyslog} from '../../helpers/rsyslog.ts';
import type {Rsyslog} from '../../helpers/rsyslog.ts';
import {playWithTlog} from '../../helpers/tlog-play.ts';

buildDatagramProgram();

const head = {type: 'syslog', facility: 'authpriv', priority: 'info'} as const;
const recordings = ['web2-carol-unicode.jsonl', 'db2-carol-binary.jsonl', 'bastion1-mallory-hostile.jsonl', 'db2-frank-ver1.jsonl'];
const testRsyslog = testWithRsyslog(['imuxsock', 'imtcp', 'lmnsd_ossl'], 'openssl', 'tlog-play');

testRsyslog('rsyslog has from its local socket what tlog-play then shows', async t => {
	const {config, rsyslog} = makeLocal(t);
	await compareWithTlogPlay(t, config, rsyslog);
});

testRsyslog('rsyslog has over TCP what tlog-play then shows', async t => {
	const port = await findFreePort();
	const rsyslog = makeRsyslog(t, () => `module(load="imtcp") input(type="imtcp" port="${port}" address="127.0.0.1" ruleset="all")`);
	await compareWithTlogPlay(t, {...head, transport: 'tcp', host: '127.0.0.1', port}, rsyslog);
});

testRsyslog('rsyslog has over TLS what tlog-play then shows', async t => {
	const port = await findFreePort();
	const {ca, server, client} = makeCertificates();
	const rsyslog = makeRsyslog(t, () => `module(load="imtcp" StreamDriver.Name="ossl" StreamDriver.Mode="1" StreamDriver.AuthMode="x509/name" PermittedPeer=["agent.test"])
global(DefaultNetstreamDriverCAFile="${ca}" DefaultNetstreamDriverCertFile="${server.certificate}" DefaultNetstreamDriverKeyFile="${server.key}")
input(type="imtcp" port="${port}" address="127.0.0.1" ruleset="all")`);
	await compareWithTlogPlay(t, {...head, transport: 'tls', host: '127.0.0.1', port, tls: {ca, ...client}}, rsyslog);
});

testRsyslog('a local daemon that is started anew gets what follows, and nothing twice', async t => {
	const {config, rsyslog} = makeLocal(t);
	const delivery = openDelivery(config);
	const messages = makeOutgoing(400);
	rsyslog.start();
	await deliver(delivery, messages.slice(0, 200));
	await untilLines(rsyslog, 200);
	await rsyslog.kill();
	await t.throwsAsync(async () => delivery.write(messages.slice(200)), {message: /ECONNREFUSED \(nobody listens; is the logging daemon running\?\)/v});
	rsyslog.start();
	await deliver(delivery, messages.slice(200));
	await untilLines(rsyslog, 400);
	await delivery.close();
	t.deepEqual(rsyslog.readLines(), messages.map(({text}) => text));
});

testRsyslog('a server that is started anew is connected to again', async t => {
	const port = await findFreePort();
	const rsyslog = makeRsyslog(t, () => `module(load="imtcp") input(type="imtcp" port="${port}" address="127.0.0.1" ruleset="all")`);
	const delivery = openDelivery({...head, transport: 'tcp', host: '127.0.0.1', port});
	const messages = makeOutgoing(400);
	rsyslog.start();
	await deliver(delivery, messages.slice(0, 200));
	await untilLines(rsyslog, 200);
	await rsyslog.kill();
	await t.throwsAsync(writeUntilRefused(delivery, messages.slice(200)), {message: /tcp:\/\/127\.0\.0\.1:\d+: /v});
	rsyslog.start();
	await deliver(delivery, messages.slice(200));
	await untilLines(rsyslog, 400);
	await delivery.close();
	t.deepEqual([...new Set(rsyslog.readLines())], messages.map(({text}) => text));
});

function makeLocal(t: ExecutionContext): {readonly config: SyslogWriterConfig; readonly rsyslog: Rsyslog} {
	const rsyslog = makeRsyslog(t, folder => `module(load="imuxsock" SysSock.Use="off") input(type="imuxsock" Socket="${path.join(folder, 'log')}" ruleset="all" RateLimit.Interval="0")`);
	return {rsyslog, config: {...head, transport: 'unix', path: path.join(rsyslog.folder, 'log')}};
}

/** Recordings as they were made, and with all that a fixture has, are shown alike. */
async function compareWithTlogPlay(t: ExecutionContext, config: SyslogWriterConfig, rsyslog: Rsyslog): Promise<void> {
	const delivery = openDelivery(config);
	rsyslog.start();
	for (const name of recordings) {
		const messages = readOutgoing(name);
		const known = rsyslog.readLines().length;
		await deliver(delivery, messages);
		await untilLines(rsyslog, known + messages.length);
		t.deepEqual(rsyslog.readLines().slice(known), messages.map(({text}) => text), name);
		const [recording = ''] = messages.map(message => message.recording);
		if (recording !== '') {
			t.deepEqual(await playWithTlog(['-i', rsyslog.file, '-m', recording]), await playWithTlog(['-i', findRecording(name)]), name);
		}
	}

	await delivery.close();
}

/** The first write after the server's death may still be taken, by the kernel, and is lost: that is what TCP without acknowledgements is. */
async function writeUntilRefused(delivery: Delivery, messages: readonly OutgoingMessage[]): Promise<void> {
	for (;;) {
		await delivery.write(messages);
	}
}

/** Nothing tells that a line has arrived but the line. */
async function untilLines(rsyslog: Rsyslog, count: number): Promise<void> {
	while (rsyslog.readLines().length < count) {
		await setTimeout(10);
	}
}
