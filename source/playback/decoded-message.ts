import type {Packet} from '../format/recording/packet.ts';
import {readForReplay} from '../format/recording/read-for-replay.ts';
import type {StoredMessage} from '../store/store.ts';

/** A stored message, read: what playing needs of it. */
export type DecodedMessage = {
	readonly id: number;
	/** Never before those of the messages before it, whatever the recording says. */
	readonly packets: readonly Packet[];
	/** What it takes in memory, about. */
	readonly sizeBytes: number;
};

/**
Read a stored message as far as it is good; a message that cannot be read at all has no packets (the index lists it as a gap).

@param message - as stored.
@param earliestMs - position of the packet before it: time does not go back.
*/
export function decodeMessage(message: StoredMessage, earliestMs: number): DecodedMessage {
	const {id, text} = message;
	return {id, packets: readForReplay(text, earliestMs).packets, sizeBytes: text.length};
}
