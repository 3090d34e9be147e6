import {Buffer} from 'node:buffer';
import os from 'node:os';
import type {Socket} from 'node:net';
import {setImmediate} from 'node:timers/promises';
import {printLocalSyslog, printSyslog} from '../../source/format/syslog/print-syslog.ts';
import type {SyslogHead} from '../../source/format/syslog/print-syslog.ts';
import {RecorderError} from '../errors.ts';
import {connectStream, patienceMs, printAddress} from './connect-stream.ts';
import {openDatagrams} from './datagrams.ts';
import type {Delivery, OutgoingMessage} from './delivery.ts';
import {syslogTag, tagOf} from './syslog-tag.ts';
import {numberOf} from './writer-config.ts';
import type {SyslogWriterConfig, TcpAddress, TlsAddress} from './writer-config.ts';

/**
Syslog, which acknowledges nothing: a message counts as delivered when the kernel has taken it.

To the local socket as tlog writes (RFC 3164), over TCP and TLS as RFC 5424 with its length before each line (RFC 6587).
*/
export function openSyslog(config: SyslogWriterConfig, limitMs = patienceMs): Delivery {
	const headOf = (message: OutgoingMessage): SyslogHead => ({priority: numberOf(config), host: os.hostname(), tag: tagOf(message, syslogTag), at: message.at});
	if (config.transport === 'unix') {
		return openDatagrams({
			name: `syslog ${printAddress(config)}`,
			path: config.path,
			doesSpill: false,
			print: message => Buffer.from(printLocalSyslog(headOf(message), message.text)),
		});
	}

	return openStream(config, limitMs, message => printSyslog(headOf(message), message.text));
}

type PrintLine = (message: OutgoingMessage) => string;

function openStream(address: TcpAddress | TlsAddress, limitMs: number, print: PrintLine): Delivery {
	const name = `syslog ${printAddress(address)}`;
	let socket: Socket | undefined;

	async function open(): Promise<Socket> {
		await setImmediate(); // That a server went away may be known to the kernel but not to us: what is written then is lost.
		if (socket?.writable) {
			return socket;
		}

		const opened = await connectStream(address, limitMs);
		opened.resume(); // A server says nothing, but that it went away is read.
		return opened;
	}

	return {
		name,
		async write(messages) {
			socket = await open();
			try {
				await send(socket, Buffer.concat(messages.map(message => countOctets(print(message)))), limitMs);
			} catch (error) {
				socket.destroy();
				throw new RecorderError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
			}
		},
		close() {
			socket?.end();
		},
	};
}

function countOctets(line: string): Buffer {
	return Buffer.from(`${Buffer.byteLength(line)} ${line}`);
}

/** Done when the kernel has all of it. */
async function send(socket: Socket, bytes: Uint8Array, limitMs: number): Promise<void> {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	const giveUp = (): void => {
		reject(new Error(`the server has taken nothing for ${limitMs / 1000} s`));
	};

	const stop = (): void => {
		reject(new Error('the server closed the connection'));
	};

	socket.setTimeout(limitMs, giveUp);
	socket.once('close', stop);
	socket.write(bytes, error => {
		if (error) {
			reject(error);
		} else {
			resolve();
		}
	});
	try {
		await promise;
	} finally {
		socket.setTimeout(0);
		socket.removeListener('timeout', giveUp);
		socket.removeListener('close', stop);
	}
}
