import {printAddress} from '../store/address.ts';
import {StoreError} from '../store/store-error.ts';
import type {SessionKey} from '../store/store.ts';

/** Recordings that cannot be indexed because what the store holds of them is damaged. The others can. */
export type IndexFailures = {
	/** @returns False when the error is not of the recording alone. */
	readonly take: (key: SessionKey, error: unknown) => error is StoreError;
	readonly has: (key: SessionKey) => boolean;
	/** @throws {StoreError} of the first one, if there is any. */
	readonly throwFirst: () => void;
};

export function createIndexFailures(): IndexFailures {
	const errors = new Map<string, StoreError>();
	return {
		take(key, error): error is StoreError {
			if (!(error instanceof StoreError && error.failed === 'recording')) {
				return false;
			}

			errors.set(printAddress(key), error);
			return true;
		},
		has: key => errors.has(printAddress(key)),
		throwFirst() {
			const [first] = errors;
			if (first === undefined) {
				return;
			}

			const [address, error] = first;
			const others = errors.size === 1 ? '' : `, and ${errors.size - 1} more`;
			throw new StoreError(`${error.message} (not indexed: ${address}${others})`, {cause: error, failed: 'recording'});
		},
	};
}
