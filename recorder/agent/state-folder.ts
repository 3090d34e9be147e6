import {Buffer} from 'node:buffer';
import {closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync, writeSync} from 'node:fs';
import path from 'node:path';
import {RecorderError} from '../errors.ts';
import {parseJournal, parseState} from './parse-state.ts';
import {printJournalEntry, printState} from './print-state.ts';
import {statusFile} from './read-status.ts';
import {applyJournal, emptyState} from './state.ts';
import type {AgentState, JournalEntry} from './state.ts';

/** Disk space that is given up when there is none left to save or note anything in: without saving nothing could be removed from a full spool. */
const reserveBytes = 1_048_576;

export type StateFolder = {
	/** As it was when the agent was last heard of. */
	readonly state: AgentState;
	/** What was wrong with the state that was found, and where it lies now; nothing is known then. */
	readonly fault: string | undefined;
	/** Replace what is saved, journal included, all or nothing. Throws when the disk takes it not even without its reserve. */
	readonly save: (state: AgentState) => void;
	/** Note something that holds from now on. Throws when it cannot be noted; it must not take effect then. */
	readonly note: (entry: JournalEntry) => void;
	/** Replace the status, for whoever asks how it goes. */
	readonly tell: (status: string) => void;
	readonly close: () => void;
};

/**
Open the agent's own folder; it is made if it is missing.

@throws {RecorderError} when it cannot be used.
*/
export function openStateFolder(folder: string): StateFolder {
	const files = {state: path.join(folder, 'state.json'), fresh: path.join(folder, 'state.json.new'), journal: path.join(folder, 'journal.jsonl'), reserve: path.join(folder, 'reserve'), status: {told: path.join(folder, statusFile), fresh: path.join(folder, `${statusFile}.new`)}};
	const journal = openJournal(folder, files.journal);
	const {state, fault} = load(files);
	let journalBytes = statSync(files.journal).size;

	function write(text: string): void {
		const fd = openSync(files.fresh, 'w', 0o600);
		try {
			writeWhole(fd, text);
			fdatasyncSync(fd);
		} finally {
			closeSync(fd);
		}
	}

	return {
		state,
		fault,
		save(next) {
			const text = printState(next);
			useReserve(files.reserve, () => {
				write(text);
			});
			renameSync(files.fresh, files.state);
			ftruncateSync(journal, 0);
			journalBytes = 0;
			keepReserve(files.reserve);
		},
		note(entry) {
			const text = printJournalEntry(entry);
			useReserve(files.reserve, () => {
				try {
					writeWhole(journal, text);
				} catch (error) {
					ftruncateSync(journal, journalBytes); // No half line before the next one.
					throw error;
				}
			});
			journalBytes += Buffer.byteLength(text);
		},
		tell(status) {
			writeFileSync(files.status.fresh, status, {mode: 0o640});
			renameSync(files.status.fresh, files.status.told);
		},
		close() {
			closeSync(journal);
		},
	};
}

function openJournal(folder: string, file: string): number {
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		return openSync(file, 'a', 0o600);
	} catch (error) {
		throw new RecorderError(`${folder}: the agent's state cannot be kept there: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

function load(files: {readonly state: string; readonly journal: string}): Pick<StateFolder, 'state' | 'fault'> {
	try {
		const saved = readIfThere(files.state);
		return {state: applyJournal(saved === undefined ? emptyState : parseState(saved, files.state), parseJournal(readIfThere(files.journal) ?? '', files.journal)), fault: undefined};
	} catch (error) {
		if (!(error instanceof RecorderError)) {
			throw error;
		}

		const aside = `${files.state}.broken`;
		rmSync(aside, {force: true});
		if (statSync(files.state, {throwIfNoEntry: false}) !== undefined) {
			renameSync(files.state, aside);
		}

		return {state: emptyState, fault: `${error.message}; it lies in ${aside} now, and messages may come twice`};
	}
}

function readIfThere(file: string): string | undefined {
	return statSync(file, {throwIfNoEntry: false}) === undefined ? undefined : readFileSync(file, 'utf8');
}

function writeWhole(fd: number, text: string): void {
	const bytes = Buffer.from(text);
	for (let done = 0; done < bytes.length;) {
		done += writeSync(fd, bytes, done);
	}
}

/** Write; when the disk is full, once more in the room that was reserved. */
function useReserve(reserve: string, write: () => void): void {
	try {
		write();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') { // Node's own errors have a code.
			throw error;
		}

		rmSync(reserve, {force: true});
		write();
	}
}

/** Really written: a file of holes would reserve nothing. Not while there is little room: it would be given up at once. */
function keepReserve(file: string): void {
	const disk = statfsSync(path.dirname(file));
	if (statSync(file, {throwIfNoEntry: false}) !== undefined || disk.bavail * disk.bsize < 2 * reserveBytes) {
		return;
	}

	const fd = openSync(file, 'w', 0o600);
	try {
		writeWhole(fd, '-'.repeat(reserveBytes));
	} finally {
		closeSync(fd);
	}
}
