import type {RecordingHeader} from '../../source/format/recording/message.ts';
import type {Limit} from '../message/limiter.ts';

/** How a recording is put into messages. Settled at its start and kept until its end: messages that are sent again after a restart must be the same, whatever was configured meanwhile. */
export type TranscriptSettings = {
	/** How long an event may wait for its message. */
	readonly latencyMs: number;
	readonly payloadBytes: number;
	readonly masksSecrets: boolean;
	readonly limit: Limit;
};

/** What is settled about a recording when its first frame is read. */
export type Begun = {
	readonly header: RecordingHeader;
	/** Wall clock at `startUs`, epoch milliseconds; undefined when the start frame is lost. */
	readonly startedAt: number | undefined;
	/** CLOCK_BOOTTIME of the start frame, microseconds. */
	readonly startUs: number;
	readonly isInputRecorded: boolean;
	/** Who logged in and how, as JSON; stands in the first message. */
	readonly login: string;
	readonly settings: TranscriptSettings;
};
