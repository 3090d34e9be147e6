import {Buffer} from 'node:buffer';
import type {Packet} from '../format/recording/packet.ts';
import type {Export} from './export-source.ts';
import {readPackets} from './read-packets.ts';

/** Decoded packets, one JSON object a line: bytes as `text` when they are UTF-8, as `base64` when not. Both streams unless one is said. */
export const exportJsonl: Export = async function * (source) {
	for await (const packet of readPackets(source)) {
		if (source.stream === undefined || packet.type === 'window' || packet.type === source.stream) {
			yield `${JSON.stringify(toRow(packet))}\n`;
		}
	}
};

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

function toRow(packet: Packet): Readonly<Record<string, unknown>> {
	const {positionMs, type: kind} = packet;
	return packet.type === 'window'
		? {positionMs, kind, columns: packet.columns, rows: packet.rows}
		: {positionMs, kind, ...toContent(packet.data)};
}

function toContent(data: Uint8Array): {readonly text: string} | {readonly base64: string} {
	try {
		return {text: decoder.decode(data)};
	} catch {
		return {base64: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')};
	}
}
