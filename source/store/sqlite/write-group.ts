import type {Connection} from './connection.ts';
import {isOfStore, translateError} from './translate-error.ts';

/** Runs in a transaction, maybe with others and maybe again. What is given to `atEnd` runs behind all of theirs. */
export type GroupedAction<T> = (atEnd: (action: () => void) => void) => T;

/**
Writes of one thread that end in one transaction. One that cannot be done is left out and fails alone; when the store itself fails, all do.

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

/** Whose part of a transaction threw what. */
type Fault = {readonly of: Waiting; readonly error: unknown};

/** Make a group whose transactions wait for other processes as long as `patienceMs` says, or as long as all do. */
export function createWriteGroup(connection: Connection, patienceMs?: number): WriteGroup {
	let waiting: Waiting[] = [];

	async function flush(): Promise<void> {
		let group = waiting;
		waiting = [];
		while (group.length > 0) {
			const ended = await writeAll(group);
			if (ended.type === 'left-out') {
				ended.fault.of.reject(translateError(connection.file, ended.fault.error));
				group = group.filter(each => each !== ended.fault.of);
				continue;
			}

			for (const {resolve, reject} of group) {
				if (ended.type === 'written') {
					resolve();
				} else {
					reject(ended.error);
				}
			}

			return;
		}
	}

	async function writeAll(group: readonly Waiting[]): Promise<Ended> {
		let fault: Fault | undefined;

		/** Tells whose an error is. */
		function runFor(of: Waiting, action: () => void): void {
			try {
				action();
			} catch (error) {
				fault = {of, error};
				throw error;
			}
		}

		try {
			await connection.write(() => {
				fault = undefined; // A transaction may be tried again.
				const last: Array<() => void> = [];
				for (const each of group) {
					runFor(each, () => {
						each.run(action => {
							last.push(() => {
								runFor(each, action);
							});
						});
					});
				}

				for (const action of last) {
					action();
				}
			}, patienceMs);
			return {type: 'written'};
		} catch (error) {
			return fault === undefined || isOfStore(fault.error) ? {type: 'failed', error} : {type: 'left-out', fault};
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

type Ended =
	| {readonly type: 'written'}
	/** By the store: nothing else could be written now, either. */
	| {readonly type: 'failed'; readonly error: unknown}
	/** One write cannot be done; the others were not tried without it yet. */
	| {readonly type: 'left-out'; readonly fault: Fault};
