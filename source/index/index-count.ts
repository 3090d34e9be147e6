import type {SessionKey, Store} from '../store/store.ts';

export type IndexProgress = {
	/** The recording being indexed, or just indexed. */
	readonly key: SessionKey;
	readonly sessionsDone: number;
	readonly sessions: number;
	/** Bytes of stored lines, of all the recordings to index. */
	readonly bytesDone: number;
	readonly bytes: number;
};

/** Adds work up and tells how far it is. */
export type IndexCount = (key: SessionKey, work: {readonly sessions: number; readonly bytes: number}) => void;

export function createIndexCount({sessions, bytes}: Pick<IndexProgress, 'sessions' | 'bytes'>, onProgress: ((progress: IndexProgress) => void) | undefined): IndexCount {
	let sessionsDone = 0;
	let bytesDone = 0;
	return (key, work) => {
		sessionsDone += work.sessions;
		bytesDone += work.bytes;
		onProgress?.({key, sessionsDone, sessions, bytesDone, bytes});
	};
}

/** Bytes of the stored lines of some recordings. */
export async function countBytes(store: Store, keys: readonly SessionKey[]): Promise<number> {
	let bytes = 0;
	for (const key of keys) {
		const session = await store.getSession(key);
		bytes += session?.sizeBytes ?? 0;
	}

	return bytes;
}
