import type {Connection} from './connection.ts';

/** Runs in a transaction, maybe with others and maybe again. What is given to `atEnd` runs behind all of theirs. */
export type GroupedAction<T> = (atEnd: (action: () => void) => void) => T;

/**
Writes of one thread that end in one transaction; when that fails, each is tried in one of its own.

A full-text table sorts and writes what it has got each time a statement may have to be undone; given all at the end, it does so once.
*/
export type WriteGroup = {
	readonly write: <T>(action: GroupedAction<T>) => Promise<T>;
};

type Waiting = {
	readonly run: (atEnd: (action: () => void) => void) => void;
	readonly resolve: () => void;
	readonly reject: (error: unknown) => void;
};

/** Make a group whose transactions wait for other processes as long as `patienceMs` says, or as long as all do. */
export function createWriteGroup(connection: Connection, patienceMs?: number): WriteGroup {
	let waiting: Waiting[] = [];

	async function flush(): Promise<void> {
		const group = waiting;
		waiting = [];
		try {
			await writeAll(group);
		} catch (error) {
			if (group.length === 1) {
				group[0]?.reject(error);
			} else {
				await writeEach(group);
			}

			return;
		}

		for (const {resolve} of group) {
			resolve();
		}
	}

	async function writeAll(group: readonly Waiting[]): Promise<void> {
		await connection.write(() => {
			const last: Array<() => void> = [];
			for (const {run} of group) {
				run(action => {
					last.push(action);
				});
			}

			for (const action of last) {
				action();
			}
		}, patienceMs);
	}

	/** One of them failed: the others shall not. */
	async function writeEach(group: readonly Waiting[]): Promise<void> {
		for (const each of group) {
			try {
				await writeAll([each]);
				each.resolve();
			} catch (error) {
				each.reject(error);
			}
		}
	}

	return {
		async write<T>(action: GroupedAction<T>) {
			return new Promise<T>((resolve, reject) => {
				let result: {readonly value: T} | undefined;
				if (waiting.length === 0) {
					setImmediate(() => {
						void flush();
					});
				}

				waiting.push({
					run(atEnd) {
						result = {value: action(atEnd)};
					},
					resolve() {
						if (result !== undefined) {
							resolve(result.value);
						}
					},
					reject,
				});
			});
		},
	};
}
