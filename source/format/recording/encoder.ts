import type {RecordingHeader} from './message.ts';
import type {Packet} from './packet.ts';

export type EncoderOptions = {
	readonly header: RecordingHeader;
	/** Wall clock at position 0, epoch milliseconds. Never asked again: a clock that is set meanwhile does not show. Where it is not known, messages are of version 2.2, which has no wall clock. */
	readonly startedAt: number | undefined;
	/** Limit of a message's timing, text and bytes as they stand in the JSON; default 2048, as tlog's. At least 32, or one event might not fit. */
	readonly payloadBytes?: number | undefined;
};

/** A finished message: one line of the recording, without its line feed. */
export type EncodedLine = {
	readonly id: number;
	readonly positionMs: number;
	/** Wall clock of the first event, epoch milliseconds; `undefined` when the start's is not known. */
	readonly at: number | undefined;
	readonly text: string;
};

export type RecordingEnd = {
	/** An exit status (`0`) or a signal name (`TERM`), if known. */
	readonly exit?: string | undefined;
	/** When the recorded program ended; counts only when that needs a message of its own. */
	readonly positionMs?: number | undefined;
};

/** Makes messages from packets. Each function returns the lines that it finished. */
export type Encoder = {
	/** Positions must not go back; one that does is taken to be the last one. */
	readonly push: (packet: Packet) => readonly EncodedLine[];
	/** Finish the message begun. A character whose last bytes have not come stays behind. */
	readonly flush: () => readonly EncodedLine[];
	/** Write incomplete characters as the bytes they are: no more bytes will come. */
	readonly cut: () => readonly EncodedLine[];
	/** Cut, flush, and note how the recorded program ended. */
	readonly end: (end?: RecordingEnd) => readonly EncodedLine[];
	/** Whether `flush` would give a line. */
	readonly hasUnflushed: () => boolean;
};
