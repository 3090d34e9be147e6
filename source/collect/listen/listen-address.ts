import {UserError} from '../../user-error.ts';

export const protocols = ['relp'] as const;

export type Protocol = (typeof protocols)[number];

/** Where to listen, and what is spoken there. */
export type ListenAddress = {
	readonly protocol: Protocol;
	readonly place: TcpPlace | UnixPlace;
};

export type TcpPlace = {readonly transport: 'tcp' | 'tls'; readonly host: string; readonly port: number};

export type UnixPlace = {readonly transport: 'unix'; readonly path: string};

/**
Read `relp://127.0.0.1:2514`, `relp+tls://[::]:2514` or `relp:/run/scribery/collect.sock`.

@throws {UserError} telling what was expected.
*/
export function parseListenAddress(text: string): ListenAddress {
	const groups = /^(?<protocol>[a-z]+)(?:(?<secure>\+tls)?:\/\/(?:\[(?<literal>[^\]]+)\]|(?<name>[^\/:\[\]]+)):(?<port>\d{1,5})|:(?<path>\/.+))$/v.exec(text)?.groups;
	const protocol = protocols.find(each => each === groups?.protocol);
	const port = Number(groups?.port ?? 0);
	if (groups === undefined || protocol === undefined || port > 65_535) {
		throw new UserError(`"${text}" is not an address to listen on: expected KIND://HOST:PORT, KIND+tls://HOST:PORT or KIND:/PATH/OF/SOCKET; KIND is ${protocols.join(', ')}`);
	}

	const {secure, literal, name, path} = groups;
	return {protocol, place: path === undefined ? {transport: secure === undefined ? 'tcp' : 'tls', host: literal ?? name ?? '', port} : {transport: 'unix', path}};
}

/** What `parseListenAddress` reads. */
export function printListenAddress({protocol, place}: ListenAddress): string {
	if (place.transport === 'unix') {
		return `${protocol}:${place.path}`;
	}

	const {transport, host, port} = place;
	return `${protocol}${transport === 'tls' ? '+tls' : ''}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
