import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {StoreError} from '../store-error.ts';

/** A store's file and how this process may use it. */
export type Place = {
	readonly file: string;
	readonly isReadOnly: boolean;
	/** Decides anew at each call: a writer may have come or gone. */
	readonly choose: () => Opening;
};

export type Opening = {
	/** The file with SQLite's open parameters. */
	readonly url: URL;
	/** Set when SQLite was told that nothing changes: differs from a later one's when something did. */
	readonly mark: string | undefined;
};

/**
See whether the file can be written, and how to read it when not.

To read a store, SQLite needs the index of its write-ahead log (`-shm`): it makes one, or uses that of a running writer. Where it can do
neither, on a read-only disk, the file is opened as unchanging, which is true only until a writer comes.

@see https://sqlite.org/wal.html#readonly
*/
export function findPlace(file: string): Place {
	if (!isAllowed(file, constants.R_OK)) {
		throw new StoreError(`${file}: cannot be read: permission denied; read it as its owner or as a member of its group`);
	}

	const isReadOnly = !isAllowed(file, constants.W_OK) || !isAllowed(path.dirname(file), constants.W_OK);
	return {file, isReadOnly, choose: () => isReadOnly ? chooseReading(file) : {url: makeUrl(file, {mode: 'rw'}), mark: undefined}};
}

function chooseReading(file: string): Opening {
	if (isAllowed(`${file}-shm`, constants.R_OK)) {
		return {url: makeUrl(file, {mode: 'ro'}), mark: undefined};
	}

	if (sizeOf(`${file}-wal`) > 0) {
		throw new StoreError(`${file}: its newest part is in ${path.basename(file)}-wal, which cannot be read without writing here; copy both files to a directory of yours and open the copy`);
	}

	return {url: makeUrl(file, {mode: 'ro', immutable: '1'}), mark: readMark(file)};
}

/** Changes with the file, and when a writer begins a write-ahead log. */
export function readMark(file: string): string {
	const {mtimeMs, size, ino} = statSync(file);
	return [mtimeMs, size, ino, sizeOf(`${file}-wal`)].join(' ');
}

/** The same for one file whatever its name, another for each other file; `undefined` when none has the name. */
export function identifyFile(file: string): string | undefined {
	const found = statSync(file, {throwIfNoEntry: false});
	return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}

function makeUrl(file: string, parameters: Readonly<Record<string, string>>): URL {
	const url = pathToFileURL(file);
	for (const [name, value] of Object.entries(parameters)) {
		url.searchParams.set(name, value);
	}

	return url;
}

function isAllowed(file: string, access: number): boolean {
	try {
		accessSync(file, access);
		return true;
	} catch {
		return false;
	}
}

/** 0 for a file that is not there. */
function sizeOf(file: string): number {
	return statSync(file, {throwIfNoEntry: false})?.size ?? 0;
}
