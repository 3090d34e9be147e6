import {readSocketAddress} from '../interpret/sockaddr.ts';
import type {AuditAddress} from './audit-action.ts';
import type {Facts} from './read-facts.ts';

/** Addresses of an event's SOCKADDR records, or the other end that a program names. */
export function listAddresses(sockets: readonly Facts[], program: Facts | undefined): readonly AuditAddress[] {
	const ofSockets = sockets.flatMap(facts => readSocket(facts.raw('saddr') ?? ''));
	return ofSockets.length > 0 ? ofSockets : readOtherEnd(program);
}

function readSocket(value: string): readonly AuditAddress[] {
	const socket = readSocketAddress(value);
	switch (socket?.family) {
		case 'inet':
		case 'inet6': {
			return socket.address === undefined ? [] : [{family: socket.family, address: socket.address, port: socket.port}];
		}

		case 'local': {
			return socket.path === undefined || socket.path === '' ? [] : [{family: 'local', address: socket.path, port: undefined}];
		}

		default: {
			return [];
		}
	}
}

function readOtherEnd(program: Facts | undefined): readonly AuditAddress[] {
	const address = program?.text('addr') ?? program?.text('hostname');
	if (address === undefined) {
		return [];
	}

	return [{family: /^\d{1,3}(?:\.\d{1,3}){3}$/v.test(address) ? 'inet' : (address.includes(':') ? 'inet6' : 'name'), address, port: undefined}];
}
