import {setImmediate as nextTurn, setTimeout as sleep} from 'node:timers/promises';
import type {RawLine} from '../../source/format/audit/shipped/raw-line.ts';
import type {GapCause} from '../../source/format/audit/shipped/shipped.ts';
import type {Outgoing} from './outgoing.ts';

const batchCharacters = 262_144;
const pauseMs = 200;

/** What waits to be written, in memory: reading goes on however slow the disk is. */
export type Outbox = {
	/** Whether anything more is taken; what is not has to be told to `drop`. */
	readonly hasRoom: () => boolean;
	readonly add: (items: readonly Outgoing[]) => void;
	/** There was no room for an event: it will be told as a gap. */
	readonly drop: (event: {readonly at: number; readonly serial?: string}) => void;
	/** Resolves when all is written; what cannot be within the time is given up. */
	readonly close: (patienceMs: number) => Promise<void>;
};

export type OutboxOptions = {
	readonly mostCharacters: number;
	/** Writes a batch; `full` or an error: to be tried again. */
	readonly write: (items: readonly Outgoing[]) => Promise<'written' | 'full'>;
	readonly onFault: (fault: unknown) => void;
	readonly onMended: () => void;
	/** After a gap, the first of which happened then: what is in a log can be looked for there. */
	readonly onGap: (sinceAt: number) => void;
};

export function createOutbox({mostCharacters, write, onFault, onMended, onGap}: OutboxOptions): Outbox {
	const queue: Outgoing[] = [];
	const stopping = new AbortController();
	let characters = 0;
	let dropped: Dropped | undefined;
	let isFailing = false;
	let working: Promise<void> | undefined;

	function push(items: readonly Outgoing[]): void {
		if (items.length === 0) {
			return;
		}

		queue.push(...items);
		characters += items.reduce((sum, item) => sum + measure(item), 0);
		working ??= work();
	}

	/** At the place where they would have been. */
	function tellDropped(): void {
		if (dropped === undefined || characters > mostCharacters / 2) {
			return;
		}

		const {sinceAt, at, count, first, last, cause} = dropped;
		dropped = undefined;
		push([{type: 'gap', at, cause, count, first, last, text: cause === 'spool' ? 'the spool was full or could not be written' : 'the spool took too long'}]);
		onGap(sinceAt);
	}

	async function work(): Promise<void> {
		await nextTurn(); // Whatever is added in this turn goes in one batch.
		while (queue.length > 0 && !stopping.signal.aborted) {
			const batch = takeBatch();
			await writeUntilDone(batch);
			queue.splice(0, batch.length);
			characters -= batch.reduce((sum, item) => sum + measure(item), 0);
			tellDropped();
		}

		working = undefined;
	}

	function takeBatch(): readonly Outgoing[] {
		let size = 0;
		const end = queue.findIndex(item => {
			size += measure(item);
			return size > batchCharacters;
		});
		return queue.slice(0, end === -1 ? queue.length : Math.max(1, end));
	}

	async function writeUntilDone(batch: readonly Outgoing[]): Promise<void> {
		while (!stopping.signal.aborted) {
			try {
				if (await write(batch) === 'written') {
					isFailing = false;
					onMended();
					return;
				}

				onFault('the spool holds all it may; what comes now is lost when memory is full, too');
			} catch (error) {
				onFault(error);
			}

			isFailing = true;
			await pause();
		}
	}

	async function pause(): Promise<void> {
		try {
			await sleep(pauseMs, undefined, {signal: stopping.signal});
		} catch {
			// Stopped meanwhile.
		}
	}

	return {
		hasRoom: () => dropped === undefined && characters <= mostCharacters,
		add(items) {
			push(items);
		},
		drop({at, serial}) {
			dropped = {sinceAt: dropped?.sinceAt ?? at, at, count: (dropped?.count ?? 0) + 1, first: dropped?.first ?? serial, last: serial ?? dropped?.last, cause: isFailing ? 'spool' : 'memory'};
		},
		async close(patienceMs) {
			await Promise.race([working, sleep(patienceMs, undefined, {ref: false})]);
			stopping.abort();
		},
	};
}

type Dropped = {
	readonly sinceAt: number;
	readonly at: number;
	readonly count: number;
	readonly first: string | undefined;
	readonly last: string | undefined;
	readonly cause: GapCause;
};

function measure(item: Outgoing): number {
	return item.type === 'event' ? item.lines.reduce((sum, line: RawLine) => sum + line.length, headCharacters) : headCharacters;
}

const headCharacters = 200;
