import {readFileSync} from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';
import {RecorderError} from '../errors.ts';
import type {TcpAddress, TlsAddress, TlsConfig, UnixAddress} from './writer-config.ts';

export type StreamAddress = UnixAddress | TcpAddress | TlsAddress;

/** After this a peer that does not answer is given up. A server that is only slow is better waited for: what is sent again arrives twice. */
export const patienceMs = 60_000;

/**
Connect; with TLS the other side's certificate has been verified then.

@throws {RecorderError} when nobody answers, or somebody who cannot show who he is.
*/
export async function connectStream(address: StreamAddress, limitMs = patienceMs): Promise<net.Socket> {
	const socket = start(address);
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	socket.once(address.transport === 'tls' ? 'secureConnect' : 'connect', resolve);
	socket.on('error', reject); // Stays: an error without a listener would end the agent. `close` follows it.
	socket.setTimeout(limitMs, () => {
		socket.destroy(new Error(`no answer within ${limitMs / 1000} s`));
	});
	try {
		await promise;
	} catch (error) {
		socket.destroy();
		throw new RecorderError(`${printAddress(address)}: ${messageOf(error)}`, {cause: error});
	}

	socket.setTimeout(0);
	socket.removeAllListeners('timeout');
	socket.setKeepAlive(true, keepAliveMs);
	return socket;
}

/** `tls://logs.example.org:6514`, `unix:/run/collector.sock`. */
export function printAddress(address: StreamAddress): string {
	return address.transport === 'unix' ? `unix:${address.path}` : `${address.transport}://${net.isIPv6(address.host) ? `[${address.host}]` : address.host}:${address.port}`;
}

const keepAliveMs = 60_000;

function start(address: StreamAddress): net.Socket {
	switch (address.transport) {
		case 'unix': {
			return net.connect(address.path);
		}

		case 'tcp': {
			return net.connect(address.port, address.host);
		}

		case 'tls': {
			return tls.connect({port: address.port, host: address.host, minVersion: 'TLSv1.2', ...readTlsFiles(address.tls)});
		}

		default: {
			return address satisfies never;
		}
	}
}

/** Read at each connecting: certificates are renewed under a running agent. */
function readTlsFiles({ca, certificate, key, serverName}: TlsConfig): tls.ConnectionOptions {
	return {
		...(ca !== undefined && {ca: readPem(ca)}),
		...(certificate !== undefined && {cert: readPem(certificate)}),
		...(key !== undefined && {key: readPem(key)}),
		...(serverName !== undefined && {servername: serverName}),
	};
}

function readPem(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new RecorderError(`${file}: this part of "tls" cannot be read: ${messageOf(error)}`, {cause: error});
	}
}

/** `connect` to a name with several addresses fails with one error for each, and no words of its own. */
function messageOf(error: unknown): string {
	if (error instanceof AggregateError && error.message === '') {
		return error.errors.map(part => messageOf(part)).join('; ');
	}

	return error instanceof Error ? error.message : String(error);
}
