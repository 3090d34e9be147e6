import type {Export} from './export-source.ts';
import {readPackets} from './read-packets.ts';

/** Exactly the bytes recorded of one stream, output unless said. */
export const exportRaw: Export = async function * (source) {
	for await (const packet of readPackets(source)) {
		if (packet.type === (source.stream ?? 'output')) {
			yield packet.data;
		}
	}
};
