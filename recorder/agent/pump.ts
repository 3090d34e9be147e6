import {setImmediate as nextTurn, setTimeout as sleep} from 'node:timers/promises';
import type {Clock} from '../../source/clock.ts';
import type {Delivery, OutgoingMessage} from '../delivery/delivery.ts';
import type {PumpSource, ReadResult} from './pump-source.ts';

const batchBytes = 262_144;
const firstPauseMs = 100;
const longestPauseMs = 30_000;

/** One writer at work: takes messages from the cursors that have some, hands them over, and remembers what the other side has. */
export type Pump = {
	readonly name: string;
	readonly delivery: Delivery;
	/** There may be something to read for this cursor. */
	readonly wake: (cursor: PumpSource) => void;
	/** A recording has gone. */
	readonly forget: (cursor: PumpSource) => void;
	/** Be told when cursors have gone on: what they acknowledge is worth saving, and they may have begun a message. */
	readonly onProgress: (listener: () => void) => void;
	readonly status: () => PumpStatus;
	/** Finish the batch being written, then stop; a writer that does not answer is not waited for. */
	readonly stop: () => Promise<void>;
};

export type PumpStatus = {
	readonly messages: number;
	readonly bytes: number;
	/** Dropped by the rate limit. */
	readonly dropped: number;
	/** Recordings that have something to send. */
	readonly waiting: number;
	/** What the last attempt failed of; undefined when it did not. */
	readonly fault: string | undefined;
	/** Wall clock of the last success and of the first failure since, epoch milliseconds. */
	readonly lastSuccessAt: number | undefined;
	readonly failingSinceAt: number | undefined;
};

export type PumpOptions = {
	readonly name: string;
	readonly delivery: Delivery;
	readonly clock: Clock;
	/** Highest message of each recording in the spool that the other side had when we began. */
	readonly held: ReadonlyMap<string, number>;
	/** What was written is acknowledged, nothing is being written, and all that the other side had when we began has been passed: what it has now goes with the cursors. */
	readonly onSettled: () => void;
	readonly onFault: (fault: unknown) => void;
	/** The spool could not be read. */
	readonly onUnreadable: (fault: unknown) => void;
	readonly onRecovery: () => void;
};

export function startPump({name, delivery, clock, held, onSettled, onFault, onUnreadable, onRecovery}: PumpOptions): Pump {
	const ready = new Set<PumpSource>();
	const unpassed = new Map(held);
	const stopping = new AbortController();
	let progress: (() => void) | undefined;
	let wakeUp: (() => void) | undefined;
	let status: Omit<PumpStatus, 'waiting'> = {messages: 0, bytes: 0, dropped: 0, fault: undefined, lastSuccessAt: undefined, failingSinceAt: undefined};

	/** What is to be written next, and how far each cursor is when it is written. */
	function collect(): {readonly messages: readonly OutgoingMessage[]; readonly behind: ReadonlyMap<PumpSource, () => void>; readonly passed: readonly string[]; readonly sizeBytes: number} {
		const messages: OutgoingMessage[] = [];
		const behind = new Map<PumpSource, () => void>();
		const passed: string[] = [];
		let sizeBytes = 0;
		const waiting = [...ready];
		for (const cursor of waiting) {
			if (sizeBytes >= batchBytes) {
				break;
			}

			ready.delete(cursor); // Whoever has more comes after the others.
			if (cursor.peek() !== undefined || read(cursor) === 'more') {
				ready.add(cursor);
			}

			for (let next = cursor.peek(); next !== undefined && !isHeldBack(cursor); next = cursor.peek()) {
				behind.set(cursor, cursor.take());
				if (next.message === undefined) {
					status = {...status, dropped: status.dropped + 1};
				} else if (next.message.id > (held.get(next.message.recording) ?? 0)) {
					messages.push(next.message);
					sizeBytes += next.message.text.length;
				} else if (next.message.id === held.get(next.message.recording)) {
					passed.push(next.message.recording);
				}
			}
		}

		return {messages, behind, passed, sizeBytes};
	}

	function read(cursor: PumpSource): ReadResult {
		try {
			return cursor.read();
		} catch (error) {
			onUnreadable(error);
			return 'all'; // Tried again when the recording is looked at next.
		}
	}

	/** The rate limit's delay counts from when it happened: what is old already is not held back any more. */
	function isHeldBack(cursor: PumpSource): boolean {
		const {message, delayMs} = cursor.peek() ?? {message: undefined, delayMs: 0};
		const leftMs = delayMs === 0 ? 0 : Math.min(delayMs, (message?.at ?? 0) + delayMs - clock.now());
		if (leftMs <= 0) {
			return false;
		}

		ready.delete(cursor);
		setTimeout(wake, leftMs, cursor).unref();
		return true;
	}

	async function deliver(messages: readonly OutgoingMessage[]): Promise<'delivered' | 'stopped'> {
		for (let pauseMs = firstPauseMs; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
			try {
				await delivery.write(messages);
				if (status.fault !== undefined) {
					onRecovery();
				}

				status = {...status, fault: undefined, failingSinceAt: undefined, lastSuccessAt: clock.now()};
				return 'delivered';
			} catch (error) {
				const isFirst = status.fault === undefined;
				status = {...status, fault: error instanceof Error ? error.message : String(error), failingSinceAt: status.failingSinceAt ?? clock.now()};
				if (isFirst) {
					onFault(error);
				}

				await pause(pauseMs);
			}
		}

		return 'stopped';
	}

	async function pause(pauseMs: number): Promise<void> {
		try {
			await sleep(pauseMs, undefined, {signal: stopping.signal, ref: false});
		} catch {
			// Stopped meanwhile.
		}
	}

	async function run(): Promise<void> {
		while (!stopping.signal.aborted) {
			const {messages, behind, passed, sizeBytes} = collect();
			if (messages.length > 0 && await deliver(messages) === 'stopped') {
				return;
			}

			for (const acknowledge of behind.values()) {
				acknowledge();
			}

			for (const recording of passed) {
				unpassed.delete(recording);
			}

			if (unpassed.size === 0 && messages.length > 0) {
				onSettled();
			}

			status = {...status, messages: status.messages + messages.length, bytes: status.bytes + sizeBytes};
			progress?.();
			await (ready.size === 0 ? waitForWork() : nextTurn());
		}
	}

	async function waitForWork(): Promise<void> {
		const {promise, resolve} = Promise.withResolvers<void>();
		wakeUp = resolve;
		await promise;
		wakeUp = undefined;
	}

	function wake(cursor: PumpSource): void {
		ready.add(cursor);
		wakeUp?.();
	}

	const running = run();
	return {
		name,
		delivery,
		wake,
		forget(cursor) {
			ready.delete(cursor);
		},
		onProgress(listener) {
			progress = listener;
		},
		status: () => ({...status, waiting: ready.size}),
		async stop() {
			stopping.abort();
			wakeUp?.();
			await Promise.race([running, sleep(1000, undefined, {ref: false})]);
			await delivery.close();
		},
	};
}
