import {setTimeout as sleep} from 'node:timers/promises';
import {StoreError} from '../../store/store-error.ts';
import type {NewMessage, Store} from '../../store/store.ts';
import type {Waiting} from './intake.ts';
import type {Outcome} from './received.ts';

export type KeepOptions = {
	readonly store: Store;
	/** The store cannot be written to now, and why: it is tried again. `undefined`: it can again. */
	readonly onTrouble: (trouble: string | undefined) => void;
	/** Ends trying again. */
	readonly signal: AbortSignal;
};

const firstPauseMs = 100;
const mostPauseMs = 30_000;

/**
Keep a group of lines in a store, trying again while the store is busy, full or down.

@returns What became of each, in their order.
@throws {StoreError} when the store has failed for good, or `signal` ended the tries.
*/
export async function keepGroup(group: readonly Waiting[], {store, onTrouble, signal}: KeepOptions): Promise<readonly Outcome[]> {
	let isInTrouble = false;

	async function insist<Result>(write: () => Promise<Result>): Promise<Result> {
		for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(mostPauseMs, pauseMs * 2)) {
			try {
				return await write();
			} catch (error) {
				if (!(error instanceof StoreError && error.isRetryable) || signal.aborted) {
					throw error;
				}

				isInTrouble = true;
				onTrouble(error.message);
			}

			await pause(pauseMs, signal);
		}
	}

	const messages = group.flatMap(({sorted}) => sorted.type === 'message' ? [sorted.message] : []);
	const events = group.flatMap(({sorted}) => sorted.type === 'event' ? [sorted.event] : []);
	const damaged = messages.length === 0 ? noDamage : await addMessages(messages, async some => insist(async () => store.addMessages(some)));
	if (events.length > 0) {
		await insist(async () => store.addEvents(events));
	}

	if (isInTrouble) {
		onTrouble(undefined);
	}

	return group.map(({sorted}) => toOutcome(sorted, damaged));
}

/** By message: why its recording takes none. */
type Damage = ReadonlyMap<NewMessage, string>;

const noDamage: Damage = new Map();

/** One damaged recording does not hold up the others: where the group cannot be stored whole, each recording is, or is refused. */
async function addMessages(messages: readonly NewMessage[], add: (some: readonly NewMessage[]) => Promise<unknown>): Promise<Damage> {
	try {
		await add(messages);
		return noDamage;
	} catch (error) {
		if (!isDamage(error)) {
			throw error;
		}
	}

	const damaged = new Map<NewMessage, string>();
	for (const recording of Map.groupBy(messages, ({host, rec}) => JSON.stringify([host, rec])).values()) {
		try {
			await add(recording);
		} catch (error) {
			if (!isDamage(error)) {
				throw error;
			}

			for (const message of recording) {
				damaged.set(message, error.message);
			}
		}
	}

	return damaged;
}

function isDamage(error: unknown): error is StoreError {
	return error instanceof StoreError && error.failed === 'recording';
}

function toOutcome(sorted: Waiting['sorted'], damaged: Damage): Outcome {
	const reason = sorted.type === 'refused' ? sorted.reason : (sorted.type === 'message' ? damaged.get(sorted.message) : undefined);
	return reason === undefined ? {type: 'kept'} : {type: 'refused', reason};
}

async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
	try {
		await sleep(durationMs, undefined, {signal});
	} catch {
		// Ended: one more try tells how it stands.
	}
}
