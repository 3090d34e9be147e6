import type {ExecutionContext} from 'ava';
import type {Clock} from '../../../source/clock.ts';
import type {SessionKey, Store, StoredMessage} from '../../../source/store/store.ts';
import {makeMessage} from '../../helpers/make-message.ts';

/** A new, empty store that reads the given clock; it is removed when the test ends. */
export type MakeStore = (t: ExecutionContext, clock: Clock) => Promise<Store>;

export const nowAt = Date.UTC(2026, 10, 23, 12, 0, 0);
export const clock: Clock = {now: () => nowAt, elapsedMs: () => 0};

export async function readAll(store: Store, key: SessionKey = makeMessage(), fromId?: number): Promise<StoredMessage[]> {
	return Array.fromAsync(store.readMessages(key, fromId));
}

/** Of the recording that `makeMessage` makes. */
export async function readIds(store: Store, fromId?: number): Promise<number[]> {
	const messages = await readAll(store, makeMessage(), fromId);
	return messages.map(message => message.id);
}
