import {parseIpAddress} from './ip-address.ts';
import type {IpAddress} from './ip-address.ts';

/** What `net:` may name: an address or a name, a network, a port, or both. */
export type Peer = {
	/** `undefined` for any; wildcards and escapes as typed. */
	readonly name: string | undefined;
	/** What `name` is when it is an address; with `prefixBits` a network. */
	readonly address: IpAddress | undefined;
	readonly prefixBits: number | undefined;
	readonly port: number | undefined;
};

const mostPort = 65_535;

/** Read `10.0.0.5`, `10.0.0.0/8`, `:443`, `10.0.0.5:443`, `[fe80::1]:443` or a host's name. `fault` says what was expected. */
export function parsePeer(text: string): Peer | {readonly fault: string; readonly hint: string} {
	const {name, port} = splitPort(text);
	if (port !== undefined && port > mostPort) {
		return {fault: `a port is at most ${mostPort}`, hint: 'for example :443, 10.0.0.5:443'};
	}

	const {network, bits} = /^(?<network>[^\/]*)\/(?<bits>.*)$/v.exec(name)?.groups ?? {};
	if (network === undefined) {
		return {name: name === '' ? undefined : name, address: parseIpAddress(name), prefixBits: undefined, port};
	}

	const address = parseIpAddress(network);
	return address === undefined || !/^\d{1,3}$/v.test(bits ?? '') || Number(bits) > address.bits
		? {fault: 'expected a network', hint: 'for example 10.0.0.0/8, fe80::/10, 10.0.0.0/8:5432'}
		: {name, address, prefixBits: Number(bits), port};
}

/** A colon parts the port where it can be nothing else: behind brackets, behind a network, or when it is the only one. */
function splitPort(text: string): {readonly name: string; readonly port: number | undefined} {
	const {boxed, network, plain, port} = /^(?:\[(?<boxed>[^\]]*)\]|(?<network>[^\/]*\/\d+)|(?<plain>[^\/:]*))(?::(?<port>\d+))?$/v.exec(text)?.groups ?? {};
	return {name: boxed ?? network ?? plain ?? text, port: port === undefined ? undefined : Number(port)};
}
