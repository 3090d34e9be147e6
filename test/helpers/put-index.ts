import type {SeenLine} from '../../source/store/moments.ts';
import type {SessionIndex, SessionKey, Store} from '../../source/store/store.ts';

/** Put a whole index in one go: all lines as closed ones. */
export async function putIndex(store: Store, key: SessionKey, index: SessionIndex, lines: readonly SeenLine[] = []): Promise<void> {
	const writer = await store.startIndex(key, {isContinued: false});
	await writer.add(lines);
	await writer.finish(index, []);
}
