import {once} from 'node:events';
import net from 'node:net';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import type {Delivery, OutgoingMessage} from '../../../recorder/delivery/delivery.ts';
import {openDelivery} from '../../../recorder/delivery/open-delivery.ts';
import type {CollectorWriterConfig} from '../../../recorder/delivery/writer-config.ts';
import {makeCertificates} from '../../helpers/certificates.ts';
import {deliver, findRecording, makeOutgoing, readOutgoing} from '../../helpers/outgoing.ts';
import {findFreePort, makeRsyslog, testWithRsyslog} from '../../helpers/rsyslog.ts';
import type {Rsyslog} from '../../helpers/rsyslog.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';
import {playWithTlog} from '../../helpers/tlog-play.ts';

const testRsyslog = testWithRsyslog(['imrelp'], 'openssl', 'tlog-play');

testRsyslog('rsyslog has by RELP over TLS what tlog-play then shows', async t => {
	const {config, rsyslog} = await makeTlsServer(t);
	const delivery = openDelivery(config);
	rsyslog.start();
	for (const name of ['web2-carol-unicode.jsonl', 'db2-carol-binary.jsonl', 'bastion1-mallory-hostile.jsonl']) {
		const messages = readOutgoing(name);
		const known = rsyslog.readLines().length;
		await deliver(delivery, messages);
		t.deepEqual(rsyslog.readLines().slice(known), messages.map(({text}) => text), name);
		t.deepEqual(await playWithTlog(['-i', rsyslog.file, '-m', messages[0]?.recording ?? '']), await playWithTlog(['-i', findRecording(name)]), name);
	}

	await delivery.close();
});

testRsyslog('a server that cannot show who it is gets nothing', async t => {
	const {config, rsyslog} = await makeTlsServer(t);
	rsyslog.start();
	await deliver(openDelivery(config), makeOutgoing(1));
	const {tls, ...address} = config;
	await t.throwsAsync(writeOnce({...address, tls: {...tls, ca: makeCertificates().ca}}), {message: /^tls:\/\/127\.0\.0\.1:\d+: .*certificate/v});
	await t.throwsAsync(writeOnce({...address, tls: {...tls, serverName: 'other.test'}}), {message: /other\.test/v});
	t.is(rsyslog.readLines().length, 1);
});

testRsyslog('rsyslog killed at every turn loses nothing that it acknowledged, and doubles are the same lines', async t => {
	const {config, rsyslog} = await makeTlsServer(t);
	const delivery = openDelivery(config);
	const messages = makeOutgoing(12_000);
	rsyslog.start();
	let failures = 0;
	for (let at = 0; at < messages.length; at += 2000) {
		const delivering = deliver(delivery, messages.slice(at, at + 2000));
		await untilLines(rsyslog, at + 100);
		await rsyslog.kill();
		rsyslog.start();
		failures += await delivering;
	}

	await delivery.close();
	checkReceived(t, rsyslog, messages);
	t.true(failures > 0);
});

testRsyslog('RELP goes through a unix socket, too', async t => {
	const port = await findFreePort();
	const rsyslog = makeRsyslog(t, () => `module(load="imrelp") input(type="imrelp" port="${port}" address="127.0.0.1" ruleset="all" maxDataSize="64k")`);
	const socket = path.join(makeTemporaryFolder('scribery-relp-'), 'socket');
	// The imrelp of rsyslog listens on TCP alone.
	const relay = net.createServer(client => {
		const server = net.connect(port, '127.0.0.1');
		client.pipe(server).pipe(client);
		server.on('error', () => {
			client.destroy();
		});
		client.on('error', () => {
			server.destroy();
		});
	}).listen(socket);
	await once(relay, 'listening');
	t.teardown(() => relay.close());
	const delivery = openDelivery({type: 'collector', transport: 'unix', path: socket});
	const messages = makeOutgoing(300);
	rsyslog.start();
	await deliver(delivery, messages);
	await delivery.close();
	checkReceived(t, rsyslog, messages);
});

async function makeTlsServer(t: ExecutionContext): Promise<{readonly config: CollectorWriterConfig & {readonly transport: 'tls'}; readonly rsyslog: Rsyslog}> {
	const port = await findFreePort();
	const {ca, server, client} = makeCertificates();
	const rsyslog = makeRsyslog(t, () => `module(load="imrelp" tls.tlslib="openssl")
input(type="imrelp" port="${port}" address="127.0.0.1" ruleset="all" maxDataSize="64k" tls="on" tls.caCert="${ca}" tls.myCert="${server.certificate}" tls.myPrivKey="${server.key}" tls.authMode="name" tls.permittedPeer=["agent.test"])`);
	return {rsyslog, config: {type: 'collector', transport: 'tls', host: '127.0.0.1', port, tls: {ca, ...client}}};
}

async function writeOnce(config: CollectorWriterConfig): Promise<void> {
	const delivery: Delivery = openDelivery(config);
	await delivery.write(makeOutgoing(1));
}

async function untilLines(rsyslog: Rsyslog, count: number): Promise<void> {
	while (rsyslog.readLines().length < count) {
		await setTimeout(5);
	}
}

/** All there, first come in their order, and whatever came twice the very same. */
function checkReceived(t: ExecutionContext, rsyslog: Rsyslog, messages: readonly OutgoingMessage[]): void {
	t.deepEqual([...new Set(rsyslog.readLines())], messages.map(({text}) => text));
}
