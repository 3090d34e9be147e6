import path from 'node:path';
import type {Store} from '../../store/store.ts';

/** What went wrong, for one row of the screen: of the store's path only the end is told, what was wrong with it would not fit. */
export function tellStoreError(error: unknown, {address}: Pick<Store, 'address'>): string {
	const message = error instanceof Error ? error.message : String(error);
	return path.isAbsolute(address) ? message.split(address).join(`…/${path.basename(address)}`) : message;
}
