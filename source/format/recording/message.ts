import type {Packet} from './packet.ts';
import type {RecorderFacts} from './recorder-facts.ts';

/** What every message of one recording repeats. */
export type RecordingHeader = {
	readonly host: string;
	/** Recording id; `undefined` before format 2.1. */
	readonly rec: string | undefined;
	readonly user: string;
	readonly term: string;
	/** Kernel audit session id; 4294967295 when unset. */
	readonly session: number;
};

/** One stored line of a recording, read. */
export type Message = MessageHead & {
	readonly packets: readonly Packet[];
};

/** All of a message but its events. */
export type MessageHead = RecordingHeader & {
	/** `2.3` and the like. */
	readonly version: string;
	readonly id: number;
	/** Position of the message's first event. */
	readonly positionMs: number;
	/** Wall clock of the first event, epoch milliseconds; `undefined` before format 2.3. */
	readonly at: number | undefined;
	/** How the recorded program ended, in the recording's last message if the recorder was ours: an exit status (`0`) or a signal name (`TERM`). */
	readonly exit: string | undefined;
	/** What our recorder says beside the packets; `undefined` when nothing. */
	readonly recorder: RecorderFacts | undefined;
};
