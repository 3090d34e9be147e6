import type {RecordingHeader} from './message.ts';
import type {IoPacket, Packet} from './packet.ts';

export type EncoderOptions = {
	readonly header: RecordingHeader;
	/** Wall clock at position 0, epoch milliseconds. Never asked again: a clock that is set meanwhile does not show. Where it is not known, messages are of version 2.2, which has no wall clock. */
	readonly startedAt: number | undefined;
	/** Limit of a message's timing, text and bytes as they stand in the JSON; default 2048, as tlog's. At least 32, or one event might not fit. */
	readonly payloadBytes?: number | undefined;
	/** Asked at the end of each message for fields of our own, which tlog's readers pass over: each with a comma before it (`,"gap":…`), or nothing. */
	readonly printNotes?: (() => string) | undefined;
	/** Where to go on; absent at the start of a recording. */
	readonly from?: EncoderState | undefined;
};

/** All that an encoder knows between two messages: made anew from it, it gives the same messages as if it had never stopped. */
export type EncoderState = {
	readonly nextId: number;
	/** Position of the last packet, whole milliseconds. */
	readonly lastMs: number;
	/** Position of the last event written. */
	readonly writtenMs: number;
	readonly window: WindowSize | undefined;
	/** Characters that have not ended yet. */
	readonly pending: Readonly<Record<IoPacket['type'], PendingCharacter>>;
	/** Bytes of the packet being pushed that are in messages or in `pending`; the packet's rest is to be pushed again. */
	readonly takenBytes: number;
};

export type WindowSize = {readonly columns: number; readonly rows: number};

export type PendingCharacter = {
	/** At most 3. */
	readonly bytes: Uint8Array;
	/** When the last of them came. */
	readonly positionMs: number;
};

/** A finished message: one line of the recording, without its line feed. */
export type EncodedLine = {
	readonly id: number;
	readonly positionMs: number;
	/** Wall clock of the first event, epoch milliseconds; `undefined` when the start's is not known. */
	readonly at: number | undefined;
	readonly text: string;
	/** The encoder behind this line. */
	readonly after: EncoderState;
};

export type RecordingEnd = {
	/** An exit status (`0`) or a signal name (`TERM`), if known. */
	readonly exit?: string | undefined;
	/** When the recorded program ended; counts only when that needs a message of its own. */
	readonly positionMs?: number | undefined;
	/** Make a message of this end even if nothing is known to stand in it. */
	readonly isTold?: boolean;
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
	/** Position of the first event that `flush` would write; `undefined` when there is none. */
	readonly unflushedSinceMs: () => number | undefined;
};
