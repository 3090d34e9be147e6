import {setImmediate} from 'node:timers/promises';
import type {Sorted, SortLine} from '../sort-line.ts';
import type {Outcome, Received} from './received.ts';

/** Where lines of all senders come together on their way into a store. */
export type Intake = {
	readonly add: (received: Received) => void;
	/** Enough is waiting: who brings lines stops reading, and is called back once there is room. */
	readonly isFull: () => boolean;
	readonly whenRoom: (goOn: () => void) => void;
	/** Resolves when all that was added is settled; rejects when the store has failed for good. */
	readonly settle: () => Promise<void>;
};

/** A line that waits to be kept. */
export type Waiting = {
	readonly sorted: Sorted;
	readonly received: Received;
};

export type IntakeOptions = {
	readonly sort: SortLine;
	/** Keeps lines, durably once it resolves, and tells what became of each. Rejects when the store has failed for good. */
	readonly keep: (group: readonly Waiting[]) => Promise<readonly Outcome[]>;
	/** More than that does not wait. */
	readonly waitingBytes: number;
	readonly onRefused: (received: Received, reason: string) => void;
	readonly onFailed: (error: unknown) => void;
};

/** One commit covers so many at most: more make a reader of the store wait. */
const groupLines = 2000;
const groupBytes = 4_194_304;

/** What a waiting line costs beside its bytes. */
const overheadBytes = 512;

/**
Put lines together to groups: one commit for all that came while the one before was written.

Nothing waits for a timer: a line that comes alone is kept at once, and the busier it gets, the larger the groups.
*/
export function createIntake({sort, keep, waitingBytes, onRefused, onFailed}: IntakeOptions): Intake {
	let waiting: Waiting[] = [];
	let bytes = 0;
	let calls: Array<() => void> = [];
	let work: Promise<void> | undefined;
	let failure: {readonly error: unknown} | undefined;

	function takeGroup(): readonly Waiting[] {
		let size = 0;
		let count = 0;
		for (const {received} of waiting) {
			if (count === groupLines || (count > 0 && size + received.bytes.length > groupBytes)) {
				break;
			}

			size += received.bytes.length;
			count++;
		}

		const group = waiting.slice(0, count);
		waiting = waiting.slice(count);
		return group;
	}

	async function run(): Promise<void> {
		while (waiting.length > 0) {
			await setImmediate(); // Whatever the sockets have by now goes into the same commit.
			const group = takeGroup();
			const outcomes = await keep(group);
			for (const [index, {received}] of group.entries()) {
				bytes -= received.bytes.length + overheadBytes;
				const outcome = outcomes[index] ?? {type: 'kept'};
				if (outcome.type === 'refused') {
					onRefused(received, outcome.reason);
				}

				received.onSettled(outcome);
			}

			letGoOn();
		}
	}

	function letGoOn(): void {
		if (calls.length === 0 || bytes > waitingBytes / 2) {
			return;
		}

		const called = calls;
		calls = [];
		for (const goOn of called) {
			goOn();
		}
	}

	/** After a failure `work` stays: nothing begins anew. */
	async function start(): Promise<void> {
		try {
			await run();
			work = undefined;
		} catch (error) {
			failure = {error};
			onFailed(error);
		}
	}

	return {
		add(received) {
			waiting.push({sorted: sort(received.bytes), received});
			bytes += received.bytes.length + overheadBytes;
			work ??= start();
		},
		isFull: () => bytes >= waitingBytes,
		whenRoom(goOn) {
			calls.push(goOn);
		},
		async settle() {
			await work;
			if (failure !== undefined) {
				throw failure.error;
			}
		},
	};
}
