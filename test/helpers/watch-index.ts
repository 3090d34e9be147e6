import type {SeenLine} from '../../source/store/moments.ts';
import type {Store} from '../../source/store/store.ts';

export type WatchedLines = {
	readonly seen: readonly SeenLine[];
	readonly typed: readonly SeenLine[];
};

/** Let an indexer write into a store, and tell which lines it gave: closed ones, then those that still stood. */
export async function watchIndex(store: Store, index: (watched: Store) => Promise<unknown>): Promise<WatchedLines> {
	let lines: readonly SeenLine[] = [];
	await index({
		...store,
		async startIndex(key, options) {
			const writer = await store.startIndex(key, options);
			return {
				...writer,
				async add(added) {
					lines = [...lines, ...added];
					await writer.add(added);
				},
				async finish(marks, standing) {
					lines = [...lines, ...standing];
					await writer.finish(marks, standing);
				},
			};
		},
	});
	return {seen: lines.filter(({kind}) => kind === 'seen'), typed: lines.filter(({kind}) => kind === 'typed')};
}
