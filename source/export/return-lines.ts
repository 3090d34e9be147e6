import type {Packet} from '../format/recording/packet.ts';

const lineFeed = 0x0A;
const carriageReturn = 0x0D;

/**
The packets as a terminal would have got them: it returns to the line's start at each line feed, which players of an asciicast do not.

@param packets - of one recording, in order.
@param isPipe - whether it was recorded without a terminal; else nothing is changed.
*/
export async function * returnLines(packets: AsyncIterable<Packet>, isPipe: boolean): AsyncGenerator<Packet> {
	let last = 0;
	for await (const packet of packets) {
		if (!isPipe || packet.type !== 'output') {
			yield packet;
			continue;
		}

		const data: number[] = [];
		for (const byte of packet.data) {
			data.push(...(byte === lineFeed && last !== carriageReturn ? [carriageReturn, byte] : [byte]));
			last = byte;
		}

		yield {...packet, data: Uint8Array.from(data)};
	}
}
