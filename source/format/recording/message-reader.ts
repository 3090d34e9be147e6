import {FormatError} from './format-error.ts';
import type {FormatLocation} from './format-error.ts';
import type {Message} from './message.ts';
import type {Packet, WindowPacket} from './packet.ts';

export type MessageReaderOptions = {
	/** Whether each id must be the one before plus 1; otherwise any greater one will do. */
	readonly isStrict: boolean;
};

export type CheckedPackets = {
	readonly packets: readonly Packet[];
	readonly faults: readonly FormatError[];
};

/** Checks the order of one recording's messages and packets. A fault leaves it ready for the next message. */
export type MessageReader = {
	/**
	Take the next message.

	@returns Its packets without sizes that change nothing. A message out of order gives none (`order-id`), a packet earlier than the one before is left out (`order-time`).
	*/
	readonly read: (message: Message, location?: FormatLocation) => CheckedPackets;
};

/** Make a reader for one recording. The first message may have any id: the head of a recording may be lost. */
export function createMessageReader({isStrict}: MessageReaderOptions): MessageReader {
	let lastId: number | undefined;
	let lastMs = 0;
	let window: WindowPacket | undefined;

	function checkId(id: number, location: FormatLocation): FormatError | undefined {
		const previousId = lastId;
		if (previousId === undefined || (isStrict ? id === previousId + 1 : id > previousId)) {
			lastId = id;
			return undefined;
		}

		const expected = isStrict ? String(previousId + 1) : `more than ${previousId}`;
		return new FormatError('order-id', {...location, field: 'id'}, `is out of order: found ${id}, expected ${expected}`);
	}

	function checkPacket(packet: Packet, location: FormatLocation): FormatError | undefined {
		if (packet.positionMs < lastMs) {
			return new FormatError('order-time', location, `a packet goes back in time: found position ${packet.positionMs} ms, expected at least ${lastMs} ms`);
		}

		lastMs = packet.positionMs;
		return undefined;
	}

	function isRepeated(packet: Packet): boolean {
		if (packet.type !== 'window') {
			return false;
		}

		const isSame = packet.columns === window?.columns && packet.rows === window.rows;
		window = packet;
		return isSame;
	}

	return {
		read(message, location = {}) {
			const idFault = checkId(message.id, location);
			if (idFault !== undefined) {
				return {packets: [], faults: [idFault]};
			}

			const faults: FormatError[] = [];
			const packets = message.packets.filter(packet => {
				const fault = checkPacket(packet, location);
				if (fault !== undefined) {
					faults.push(fault);
					return false;
				}

				return !isRepeated(packet);
			});
			return {packets, faults};
		},
	};
}
