import {FormatError} from './format-error.ts';
import type {Message} from './message.ts';
import type {Packet} from './packet.ts';
import {salvageMessage} from './parse-message.ts';

/** A stored line as replay takes it: whatever is wrong with it, the recording goes on. */
export type ReplayMessage = {
	/** `undefined` when not even its fields can be read. */
	readonly message: Message | undefined;
	/** Those before the fault, if there is one. Never before those of earlier messages, whatever the recording says. */
	readonly packets: readonly Packet[];
	readonly fault: FormatError | undefined;
};

/**
Read a stored line as far as it is good.

@param text - without its line feed.
@param earliestMs - position of the packet before it: time does not go back.
*/
export function readForReplay(text: string, earliestMs: number): ReplayMessage {
	try {
		const {message, fault} = salvageMessage(text);
		return {message, packets: keepOrder(message.packets, earliestMs), fault};
	} catch (error) {
		if (error instanceof FormatError) {
			return {message: undefined, packets: [], fault: error};
		}

		throw error;
	}
}

function keepOrder(packets: readonly Packet[], earliestMs: number): readonly Packet[] {
	let latestMs = earliestMs;
	return packets.map(packet => {
		latestMs = Math.max(latestMs, packet.positionMs);
		return packet.positionMs === latestMs ? packet : {...packet, positionMs: latestMs};
	});
}
