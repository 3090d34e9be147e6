import {Buffer} from 'node:buffer';
import type {Clock} from '../../source/clock.ts';
import {createEncoder} from '../../source/format/recording/encode.ts';
import type {EncodedLine, Encoder} from '../../source/format/recording/encoder.ts';
import type {RecordingHeader} from '../../source/format/recording/message.ts';
import {createLimiter} from '../message/limiter.ts';
import {createDeadline} from './gate.ts';
import type {Gate} from './gate.ts';
import type {RecOptions} from './options.ts';
import type {Outbox} from './outbox.ts';

/** Messages that wait for one write together. */
const batchBytes = 65_536;

/** The recording being made: packets in, messages out to the outbox, never older than the latency. */
export type Recording = {
	readonly output: (data: Uint8Array) => void;
	readonly input: (data: Uint8Array) => void;
	readonly window: (columns: number, rows: number) => void;
	/** Hand over everything there is. */
	readonly flush: () => void;
	/** @param exit - exit status or signal name of the command; `undefined` when that is not known. */
	readonly end: (exit: string | undefined) => void;
};

export type RecordingOptions = {
	readonly header: RecordingHeader;
	readonly clock: Clock;
	readonly options: RecOptions;
	readonly outbox: Outbox;
	/** Held while the rate limit delays or the outbox is behind. */
	readonly gate: Gate;
};

export function startRecording({header, clock, options, outbox, gate}: RecordingOptions): Recording {
	let begun: {readonly encoder: Encoder; readonly startMs: number} | undefined;
	const owner = {recording: header.rec ?? '', user: header.user, session: header.session}; // Our own recordings always have an id.
	const limiter = createLimiter(options.limit);
	const deadline = createDeadline(gate, 'limit', clock);
	let timer: NodeJS.Timeout | undefined;
	let waitingBytes = 0;

	/** Positions count from the first packet. */
	function begin(): {readonly encoder: Encoder; readonly positionMs: number} {
		const nowMs = clock.elapsedMs();
		begun ??= {encoder: createEncoder({header, startedAt: clock.now(), payloadBytes: options.payloadBytes}), startMs: nowMs};
		return {encoder: begun.encoder, positionMs: nowMs - begun.startMs};
	}

	function send(lines: readonly EncodedLine[]): void {
		for (const line of lines) {
			const nowMs = clock.elapsedMs();
			const delayMs = limiter.admit(Buffer.byteLength(line.text) + 1, nowMs);
			if (delayMs === undefined) {
				continue; // Dropped: its number is used up, which shows.
			}

			if (delayMs > 0) {
				deadline.holdUntil(nowMs + delayMs);
			}

			outbox.push({...line, ...owner, exit: undefined});
			waitingBytes += line.text.length;
		}

		if (waitingBytes >= batchBytes) {
			drain();
		} else if (timer === undefined && (waitingBytes > 0 || begun?.encoder.hasUnflushed())) {
			timer = setTimeout(flush, options.latencyMs);
		}
	}

	function drain(): void {
		waitingBytes = 0;
		outbox.drain();
		if (outbox.isBehind()) {
			gate.hold('delivery');
		}
	}

	function flush(): void {
		clearTimeout(timer);
		timer = undefined;
		send(begun?.encoder.flush() ?? []);
		drain();
	}

	return {
		output(data) {
			if (!options.recordsOutput) {
				return;
			}

			const {encoder, positionMs} = begin();
			send(encoder.push({type: 'output', positionMs, data}));
		},
		input(data) {
			if (!(options.recordsInput && data.length > 0)) {
				return;
			}

			const {encoder, positionMs} = begin();
			send(encoder.push({type: 'input', positionMs, data}));
		},
		window(columns, rows) {
			if (!options.recordsWindow) {
				return;
			}

			const {encoder, positionMs} = begin();
			send(encoder.push({type: 'window', positionMs, columns, rows}));
		},
		flush,
		end(exit) {
			const {encoder, positionMs} = begin();
			const lines = encoder.end({exit, positionMs});
			send(lines.slice(0, -1));
			for (const line of lines.slice(-1)) {
				outbox.push({...line, ...owner, exit}); // Past the limit: the end must be known.
			}

			clearTimeout(timer);
			deadline.cancel();
			drain();
		},
	};
}
