import {once} from 'node:events';
import net from 'node:net';
import type {AddressInfo, Socket} from 'node:net';
import {UserError} from '../../user-error.ts';
import type {Intake} from '../intake/intake.ts';
import type {Sender} from '../sender.ts';
import {removeLeftover} from './remove-leftover.ts';
import {printListenAddress} from './listen-address.ts';
import type {ListenAddress} from './listen-address.ts';
import {serveRelp} from './serve-relp.ts';

export type Listener = {
	/** Where it listens, with the port that the system chose if it was asked to. */
	readonly address: ListenAddress;
	/** Nobody new is taken, and nothing more is read from those who are there. */
	readonly pause: () => void;
	/** Ends all connections. */
	readonly close: () => Promise<void>;
};

export type ListenerOptions = {
	readonly intake: Intake;
	readonly lineBytes: number;
	/** A connection was ended because of what came over it. */
	readonly onFault: (fault: string) => void;
};

/**
Listen, and serve whoever connects.

@throws {UserError} when the address cannot be listened on.
*/
export async function openListener(address: ListenAddress, {intake, lineBytes, onFault}: ListenerOptions): Promise<Listener> {
	const sockets = new Set<Socket>();
	let isPaused = false;
	const server = net.createServer({allowHalfOpen: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs, noDelay: true}, socket => {
		const sender = identify(socket, address);
		sockets.add(socket);
		socket.on('close', () => {
			sockets.delete(socket);
		});
		socket.on('error', () => {
			socket.destroy(); // It is gone: what it was not told that we have it will send again.
		});
		serveRelp(socket, {intake, sender, lineBytes, onFault(fault) {
			onFault(`${sender.via} from ${sender.address}: ${fault}; the connection was ended`);
		}});
		if (isPaused) {
			socket.destroy();
		}
	});
	const {place} = address;
	try {
		if (place.transport === 'unix') {
			await removeLeftover(place.path);
		}

		server.listen(place.transport === 'unix' ? {path: place.path} : {host: place.host, port: place.port, backlog});
		await once(server, 'listening');
	} catch (error) {
		throw new UserError(`${printListenAddress(address)} cannot be listened on: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}

	return {
		address: place.transport === 'unix' ? address : {...address, place: {...place, port: (server.address() as AddressInfo).port}}, // It listens on a port, not on a path.
		pause() {
			isPaused = true;
			server.close();
			for (const socket of sockets) {
				socket.pause();
			}
		},
		async close() {
			for (const socket of sockets) {
				socket.destroySoon();
			}
		},
	};
}

const keepAliveMs = 60_000;
const backlog = 4096; // All hosts of a site connect anew at once when the collector was away.

function identify(socket: Socket, {protocol, place}: ListenAddress): Sender {
	const via = place.transport === 'tls' ? `${protocol}+tls` : protocol;
	return {via, address: place.transport === 'unix' ? place.path : plainAddress(socket.remoteAddress ?? ''), names: [], isRelay: false};
}

/** IPv4 on a socket that takes both is told as `::ffff:192.0.2.7`. */
function plainAddress(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.)/v, '');
}
