import {watch} from 'node:fs';
import type {FSWatcher} from 'node:fs';
import path from 'node:path';
import {listUsers} from './list-spool.ts';

export type SpoolWatch = {
	/** Watch users' folders that are not watched yet; the kernel may have swallowed the news of them. */
	readonly refresh: () => void;
	readonly close: () => void;
};

export type SpoolWatchListeners = {
	/** A file came or grew; `name` as `UID/FILE`. */
	readonly onChange: (name: string) => void;
	/** A user's folder is new: it may hold files already. */
	readonly onUser: (user: string) => void;
	/** Not watched, and so looked at only now and then. */
	readonly onFault: (folder: string, fault: unknown) => void;
};

/** Be told of each change in the spool. Folders are never removed, neither by the recorder nor by us. */
export function watchSpool(spool: string, {onChange, onUser, onFault}: SpoolWatchListeners): SpoolWatch {
	const watchers = new Map<string, FSWatcher>();

	function watchFolder(key: string, onName: (name: string) => void): void {
		const folder = path.join(spool, key);
		try {
			// eslint-disable-next-line n/prefer-promises/fs -- An iterator cannot be stopped without an error.
			const watcher = watch(folder, {persistent: false}, (_, name) => {
				if (name !== null) {
					onName(name);
				}
			});
			watcher.on('error', error => {
				watcher.close();
				watchers.delete(key);
				onFault(folder, error);
			});
			watchers.set(key, watcher);
		} catch (error) {
			onFault(folder, error);
		}
	}

	function refresh(): void {
		if (!watchers.has('')) {
			watchFolder('', refresh);
		}

		for (const user of listUsers(spool)) {
			if (watchers.has(user)) {
				continue;
			}

			watchFolder(user, name => {
				onChange(`${user}/${name}`);
			});
			onUser(user);
		}
	}

	refresh();
	return {
		refresh,
		close() {
			for (const watcher of watchers.values()) {
				watcher.close();
			}
		},
	};
}
