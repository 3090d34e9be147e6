import {closeSync, existsSync, openSync, statSync} from 'node:fs';
import path from 'node:path';
import {StoreError} from '../store-error.ts';
import type {OpenMode, OpenOptions, Store} from '../store.ts';
import {Connection} from './connection.ts';
import {findPlace} from './place.ts';
import {readNumber} from './row.ts';
import {appId, migrations, schemaVersion} from './schema.ts';
import {makeStore} from './store.ts';

/**
Open an SQLite file as a store.

Reading opens the file for writing too where that is allowed, for the access log only. Where not, SQLite reads it read-only,
and as unchanging when not even its index of the write-ahead log can be made.

@throws {StoreError} when there is no file, when it is not ours, newer, locked, or in a place that cannot be written.
*/
export async function openSqliteStore(file: string, {mode, clock, queryWorker}: OpenOptions): Promise<Store> {
	const {connection, isReadOnly} = await openConnection(file, mode);
	return makeStore(connection, {clock, isReadOnly, mode, queryWorker});
}

/** The connection alone; see `openSqliteStore`. */
export async function openConnection(file: string, mode: OpenMode): Promise<{readonly connection: Connection; readonly isReadOnly: boolean}> {
	checkFile(file, mode);
	const {isReadOnly, ...place} = findPlace(file);
	if (mode !== 'read' && isReadOnly) {
		throw new StoreError(`${file}: cannot be written: the file, its directory or the file system is read-only for you; open it as its owner, or write to another store with --store`);
	}

	const connection = new Connection({isReadOnly, ...place}, mode === 'read'
		? replaced => {
			acceptReplaced(replaced, isReadOnly);
		}
		: undefined);
	try {
		await prepareStore(connection, {mode, isReadOnly});
	} catch (error) {
		connection.close();
		throw error;
	}

	return {connection, isReadOnly};
}

/** Only its owner reads what was recorded: the file is made before SQLite opens it, which takes the umask. */
function checkFile(file: string, mode: OpenMode): void {
	if (!existsSync(path.dirname(file))) {
		throw new StoreError(`${file}: the directory ${path.dirname(file)} does not exist; make it, or name another store with --store`);
	}

	if (!existsSync(file)) {
		if (mode !== 'create') {
			throw new StoreError(`${file}: there is no store here; scribery import FILE… makes one, or name another with --store`);
		}

		createFile(file);
	}

	if (!statSync(file).isFile()) {
		throw new StoreError(`${file}: not a scribery store (not a file); name another with --store`);
	}
}

function createFile(file: string): void {
	try {
		closeSync(openSync(file, 'a', 0o600));
	} catch (error) {
		throw new StoreError(`${file}: cannot be made: ${error instanceof Error ? error.message : String(error)}; name another place with --store`, {cause: error});
	}
}

async function prepareStore(connection: Connection, {mode, isReadOnly}: {readonly mode: OpenMode; readonly isReadOnly: boolean}): Promise<void> {
	const version = await connection.read(() => readVersion(connection));
	if (version > schemaVersion) {
		throw new StoreError(`${connection.file}: made by a newer scribery (schema ${version}, this one reads up to ${schemaVersion}); use that one`);
	}

	if (version === 0 && (mode === 'read' || isReadOnly)) {
		throw new StoreError(`${connection.file}: not a scribery store (an empty database); scribery import FILE… makes one`);
	}

	if (isReadOnly) {
		if (version < schemaVersion) {
			throw new StoreError(`${connection.file}: made by an older scribery (schema ${version}, this one reads ${schemaVersion}) and read-only for you; let its owner open it once (scribery ls does), which brings it up to date`);
		}

		return;
	}

	if (version === 0) {
		await connection.retry(() => {
			connection.exec('pragma page_size = 8192; pragma journal_mode = wal');
		});
	}

	if (version < schemaVersion) {
		await migrate(connection);
	}

	tune(connection);
}

/** A store that took the place of the one that was being read, a copy from the backup for one, is read on when nothing must be done to it first. */
function acceptReplaced(connection: Connection, isReadOnly: boolean): void {
	const version = readVersion(connection);
	if (version !== schemaVersion) {
		throw new StoreError(`${connection.file}: another file took its place while it was open, ${version === 0 ? 'an empty database' : `a store of another version (schema ${version}, this is ${schemaVersion})`}; start again to use it`);
	}

	if (!isReadOnly) {
		tune(connection);
	}
}

/** FULL: what is acknowledged survives a power cut. The rest are measured sizes for a store of gigabytes. */
function tune(connection: Connection): void {
	connection.exec('pragma synchronous = full; pragma cache_size = -16384; pragma wal_autocheckpoint = 2000; pragma temp_store = memory');
}

/** The schema's version; 0 for an empty database. */
function readVersion(connection: Connection): number {
	const version = readNumber(connection.prepare('select user_version as value from pragma_user_version').get() ?? {}, 'value');
	const id = readNumber(connection.prepare('select application_id as value from pragma_application_id').get() ?? {}, 'value');
	const tables = readNumber(connection.prepare('select count(*) as value from sqlite_schema').get() ?? {}, 'value');
	if (id !== appId && (id !== 0 || version !== 0 || tables > 0)) {
		throw new StoreError(`${connection.file}: not a scribery store (an SQLite database of another program); name another with --store`);
	}

	return id === appId ? version : 0;
}

/** Make the tables, or bring those of an older version up to date: all or nothing. */
async function migrate(connection: Connection): Promise<void> {
	await connection.write(() => {
		// Another process may have been first.
		const version = readVersion(connection);
		if (version < schemaVersion) {
			connection.exec(`${migrations.slice(version).join('')}; pragma application_id = ${appId}; pragma user_version = ${schemaVersion}`);
		}
	});
}
