import {DatabaseSync} from 'node:sqlite';
import type {Store} from '../../source/store/store.ts';

/** Make all blocks of messages unreadable that a store holds now. */
export function damageBlocks(store: Store): void {
	const database = new DatabaseSync(store.address);
	database.exec('update blocks set data = zeroblob(length(data))');
	database.close();
}
