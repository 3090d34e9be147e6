import {setTimeout as sleep} from 'node:timers/promises';
import {printShipped} from '../../source/format/audit/shipped/print-shipped.ts';
import type {Clock} from '../../source/clock.ts';
import {claimSpool} from './claim-spool.ts';
import type {Gathered} from './gather-events.ts';
import {createLedger} from './ledger.ts';
import {placeOutgoing} from './outgoing.ts';
import type {Origin, Outgoing} from './outgoing.ts';
import {readSpoolTail} from './read-spool-tail.ts';
import {rememberTail} from './remember-tail.ts';
import {openSpoolWriter} from './spool-writer.ts';

const pauseMs = 1000;
const claimPatienceMs = 1000;

/** Takes what a log is followed for. */
export type FollowTarget = {
	/** Resolves when it is safe. */
	readonly take: (items: ReadonlyArray<Gathered | Outgoing>) => Promise<void>;
	readonly close: () => Promise<void>;
};

export type FollowSpoolOptions = {
	readonly folder: string;
	readonly origin: Origin;
	readonly bootId: string;
	readonly mostBytes: number;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly say: (line: string) => void;
};

/** Into the spool of a recorded host, for its agent. While it is full or cannot be written to, the log waits: it keeps what is not read. */
export async function openFollowSpool({folder, origin, bootId, mostBytes, clock, signal, say}: FollowSpoolOptions): Promise<FollowTarget> {
	const giveUp = await claimSpool(folder, bootId, claimPatienceMs);
	const tail = readSpoolTail(folder);
	const ledger = createLedger();
	rememberTail(ledger, tail);
	const writer = openSpoolWriter({folder, tail, mostBytes: () => mostBytes, firstNumber: clock.now() * 1000});
	let fault = '';

	async function isWritten(items: readonly Outgoing[]): Promise<boolean> {
		try {
			const result = await writer.append(number => items.map((item, index) => printShipped(placeOutgoing(item, origin, number + index))));
			tell(result === 'full' ? `${folder}: the spool holds all it may; the log waits` : '');
			return result === 'written';
		} catch (error) {
			tell(error instanceof Error ? error.message : String(error));
			return false;
		}
	}

	function tell(text: string): void {
		if (text !== fault && text !== '') {
			say(text);
		}

		fault = text;
	}

	return {
		async take(items) {
			const rest = items.flatMap(item => 'key' in item ? ledger.take(item) : [item]);
			while (rest.length > 0 && !await isWritten(rest)) {
				await sleep(pauseMs);
				signal.throwIfAborted();
			}
		},
		async close() {
			await writer.close();
			giveUp();
		},
	};
}
