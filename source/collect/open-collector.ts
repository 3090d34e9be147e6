import type {Clock} from '../clock.ts';
import type {Store} from '../store/store.ts';
import {createComplaints} from './complaints.ts';
import {createIntake} from './intake/intake.ts';
import {keepGroup} from './intake/keep-group.ts';
import {openListener} from './listen/open-listener.ts';
import type {Listener} from './listen/open-listener.ts';
import type {ListenAddress} from './listen/listen-address.ts';
import {createSorter} from './sort-line.ts';

export type Collector = {
	readonly addresses: readonly ListenAddress[];
	/** Resolves when `close` has ended it; rejects when the store has failed for good. */
	readonly ended: Promise<void>;
	/** Take nothing more, keep what has come, and tell the senders so. */
	readonly close: () => Promise<void>;
};

export type CollectorOptions = {
	readonly listen: readonly ListenAddress[];
	readonly clock: Clock;
	/** What goes wrong, and is mended, in lines for people. */
	readonly tell: (line: string) => void;
};

const waitingBytes = 33_554_432;
const lineBytes = 4_194_304;

/**
Take lines from whoever connects, and keep them in a store. A sender is told that a line has arrived when the store has it, durably.

@throws {UserError} when an address cannot be listened on.
*/
export async function openCollector(store: Store, {listen, clock, tell}: CollectorOptions): Promise<Collector> {
	const stop = new AbortController();
	const ended = Promise.withResolvers<void>();
	const complaints = createComplaints(clock, tell);
	let trouble: string | undefined;
	const intake = createIntake({
		sort: createSorter(),
		waitingBytes,
		keep: async group => keepGroup(group, {store, signal: stop.signal, onTrouble(found) {
			if (found === trouble) {
				return;
			}

			tell(found === undefined ? 'the store takes lines again' : `the store takes nothing, senders wait: ${found}`);
			trouble = found;
		}}),
		onRefused({sender}, reason) {
			complaints.add(`${sender.via} from ${sender.address}: a line is not stored: ${reason}`);
		},
		onFailed: ended.reject,
	});
	const listeners: Listener[] = [];

	async function closeAll(): Promise<void> {
		await Promise.all(listeners.map(async listener => listener.close()));
	}

	try {
		for (const address of listen) {
			listeners.push(await openListener(address, {intake, lineBytes, onFault: complaints.add}));
		}
	} catch (error) {
		await closeAll();
		throw error;
	}

	return {
		addresses: listeners.map(({address}) => address),
		ended: ended.promise,
		async close() {
			for (const listener of listeners) {
				listener.pause();
			}

			stop.abort();
			try {
				await intake.settle();
				ended.resolve();
			} catch (error) {
				ended.reject(error);
			}

			await closeAll();
		},
	};
}
