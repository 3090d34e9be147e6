import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import net from 'node:net';
import path from 'node:path';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {openCollector} from '../../../recorder/delivery/collector.ts';
import type {Delivery} from '../../../recorder/delivery/delivery.ts';
import {RecorderError} from '../../../recorder/errors.ts';
import {printRelp} from '../../../source/format/relp/print-relp.ts';
import type {RelpFrame} from '../../../source/format/relp/relp-frame.ts';
import {createRelpReader} from '../../../source/format/relp/relp-reader.ts';
import {makeOutgoing} from '../../helpers/outgoing.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

/** What a server does with a frame: the bytes of its answer, or the end of the connection. */
type Answer = (frame: RelpFrame, received: number) => Uint8Array | string | undefined;

const good = ({transaction, command}: RelpFrame): Uint8Array => reply(transaction, command === 'open' ? '200 OK\nrelp_version=0\ncommands=syslog' : '200 OK');
const hangUp = undefined;
const reply = (transaction: number, text: string): Uint8Array => printRelp({transaction, command: 'rsp', data: Buffer.from(text)});

async function serve(t: ExecutionContext, answer: Answer): Promise<{readonly delivery: Delivery; readonly received: readonly string[]}> {
	const received: string[] = [];
	const socket = path.join(makeTemporaryFolder('scribery-relp-'), 'socket');
	const server = net.createServer(client => {
		const reader = createRelpReader();
		client.on('error', () => {
			client.destroy();
		});
		client.on('data', chunk => {
			for (const frame of reader.push(Buffer.from(chunk))) {
				if (frame.command === 'syslog') {
					received.push(Buffer.from(frame.data).toString());
				}

				const bytes = answer(frame, received.length);
				if (bytes === undefined) {
					client.end();
				} else if (client.writable) {
					client.write(bytes);
				}
			}
		});
	}).listen(socket);
	await once(server, 'listening');
	t.teardown(() => {
		server.close();
	});
	return {delivery: openCollector({type: 'collector', transport: 'unix', path: socket}, 300), received};
}

const faults: ReadonlyArray<readonly [title: string, answer: Answer, message: RegExp]> = [
	['a server that is silent is given up', () => '', /no answer within 0\.3 s/v],
	['a server that refuses the session is told', ({transaction}) => reply(transaction, '500 not you'), /refuses "open": 500 not you/v],
	['a server that takes no syslog is told', ({transaction}) => reply(transaction, '200 OK\ncommands=other'), /expected commands=syslog/v],
	['a server that hangs up is told', () => hangUp, /the server closed the connection/v],
	['a server that says goodbye is told', () => '0 serverclose 0\n', /the server closes the connection/v],
	['a server that answers what was not asked is told', () => reply(77, '200 OK'), /answers frame 77, which waits for none/v],
	['a server that speaks of itself is told', () => '1 syslog 0\n', /the server says "syslog", expected an answer/v],
	['a server of another kind is told', () => '220 smtp.test ESMTP\r\n', /RELP, byte 8: a command of a frame has 0x2E after "smtp"/v],
];

for (const [title, answer, message] of faults) {
	test(title, async t => {
		const {delivery} = await serve(t, answer);
		await t.throwsAsync(async () => delivery.write(makeOutgoing(1)), {instanceOf: RecorderError, message});
		await delivery.close();
	});
}

test('nobody there is told, with the address', async t => {
	const delivery = openCollector({type: 'collector', transport: 'unix', path: '/nonexistent/socket'});
	await t.throwsAsync(async () => delivery.write(makeOutgoing(1)), {instanceOf: RecorderError, message: /^unix:\/nonexistent\/socket: connect ENOENT/v});
	await delivery.close();
});

test('what was acknowledged before the connection broke is not sent again', async t => {
	let state = 'whole';
	const {delivery, received} = await serve(t, (frame, count) => {
		if (state === 'whole' && count === 4) {
			state = 'broken';
		} else if (state === 'broken' && frame.command === 'open') {
			state = 'mended';
		}

		return state === 'broken' ? hangUp : good(frame);
	});
	const messages = makeOutgoing(6);
	await t.throwsAsync(async () => delivery.write(messages), {message: /the server closed the connection/v});
	const known = received.length;
	await delivery.write(messages);
	await delivery.close();
	const idsOf = (lines: readonly string[]): number[] => lines.map(line => Number(/"id":(?<id>\d+)/v.exec(line)?.groups?.id));
	t.deepEqual(idsOf(received.slice(0, 4)), [1, 2, 3, 4]);
	t.deepEqual(idsOf(received.slice(known)), [4, 5, 6]);
});

test('a line that the server refuses fails the batch', async t => {
	const {delivery} = await serve(t, (frame, count) => count === 1 ? reply(frame.transaction, '500 no room') : good(frame));
	await t.throwsAsync(async () => delivery.write(makeOutgoing(1)), {message: /refuses "syslog": 500 no room/v});
	await delivery.close();
});

test('never more than 128 lines are on their way', async t => {
	const held: RelpFrame[] = [];
	let most = 0;
	const {delivery, received} = await serve(t, frame => {
		if (frame.command !== 'syslog') {
			return good(frame);
		}

		held.push(frame);
		most = Math.max(most, held.length);
		return held.length === 128 ? Buffer.concat(held.splice(0).map(waiting => good(waiting))) : '';
	});
	await delivery.write(makeOutgoing(1280));
	await delivery.close();
	t.is(received.length, 1280);
	t.is(most, 128);
});

test('lines are syslog lines with their own time, and JSON is not touched', async t => {
	const {delivery, received} = await serve(t, good);
	const [message] = makeOutgoing(1);
	await delivery.write(makeOutgoing(1));
	await delivery.close();
	t.regex(received[0] ?? '', /^<86>1 2026-09-21T14:13:20\.000Z \S+ tlog - - - \{/v);
	t.true(received[0]?.endsWith(message?.text ?? ''));
});
