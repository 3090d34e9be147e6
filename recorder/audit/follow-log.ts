import {closeSync, fstatSync, openSync, readSync, statSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Clock} from '../../source/clock.ts';
import {RecorderError} from '../errors.ts';
import type {FollowCheckpoint} from './follow-checkpoint.ts';
import {createFollowReader} from './follow-reader.ts';
import type {Gathered} from './gather-events.ts';
import {listLogFiles} from './log-files.ts';
import {identifyLog, isSameLog} from './log-position.ts';
import type {LogIdentity} from './log-position.ts';
import type {Outgoing} from './outgoing.ts';
import type {Owner} from './owner.ts';

const pollMs = 250;
const bufferBytes = 262_144;

export type FollowOptions = {
	readonly file: string;
	readonly from: FollowCheckpoint | undefined;
	/** End at the end of the log, or when aborted. */
	readonly isOnce: boolean;
	readonly signal: AbortSignal;
	readonly clock: Clock;
	/** Do what only those may who read the log. */
	readonly asReader: Owner['asRoot'];
	/** Take events in their order; what was lost stands where it would have been. */
	readonly take: (items: ReadonlyArray<Gathered | Outgoing>) => Promise<void>;
	/** All that was taken is safe by then. */
	readonly save: (checkpoint: FollowCheckpoint) => void;
};

/**
Follow an audit log through its being renamed, cut and written on, until aborted.

@throws {RecorderError} when there is no such log.
*/
export async function followLog({file, from, isOnce, signal, clock, asReader, take, save}: FollowOptions): Promise<void> {
	const reader = createFollowReader(from);
	const buffer = new Uint8Array(bufferBytes);
	let open = await start();

	async function start(): Promise<OpenLog> {
		if (from === undefined) {
			return asReader(() => openLog(file));
		}

		const known = asReader(() => listLogFiles(file).map(name => openLog(name)));
		const index = known.findIndex(({fd}) => isSameLog(from, identifyLog(fd)));
		const chosen = known[Math.max(0, index)] ?? asReader(() => openLog(file));
		for (const other of known.filter(each => each !== chosen)) {
			closeSync(other.fd);
		}

		if (index === -1) {
			reader.restart(chosen, {isAfter: true});
			await take([makeGap(from.at, `the log that was read last is gone; it was read to byte ${from.offset}`)]);
		} else {
			chosen.offset = from.offset;
		}

		return chosen;
	}

	/** To the end that the file has now. */
	async function readOn(): Promise<void> {
		for (let length = 1; length > 0 && !signal.aborted;) {
			length = readSync(open.fd, buffer, 0, buffer.length, open.offset);
			open.identity = identifyLog(open.fd);
			const items = reader.push(buffer.subarray(0, length), open, clock.elapsedMs());
			open.offset += length;
			await takeAll(items);
		}
	}

	async function takeAll(items: readonly Gathered[]): Promise<void> {
		await take(items);
		const checkpoint = reader.checkpoint();
		if (checkpoint !== undefined) {
			save(checkpoint);
		}
	}

	/** Its beginning is another, or its end nearer than where we are. */
	async function lookForCut(): Promise<void> {
		const {fd, offset, identity} = open;
		const isCut = fstatSync(fd).size < offset || !isSameLog(identity, identifyLog(fd));
		if (!isCut) {
			return;
		}

		await takeAll(reader.end());
		await take([makeGap(reader.lastAt(), `the log was cut when it had been read to byte ${offset}; what came between is not known`)]);
		open = {fd, offset: 0, identity: identifyLog(fd)};
		reader.restart(open, {isAfter: false});
		await takeAll([]);
	}

	/** To the file that follows, once this one is read to its end: nobody writes to what was renamed. */
	async function goOn(): Promise<void> {
		const next = asReader(() => findNext(file, open.fd));
		if (next === undefined) {
			return;
		}

		await readOn();
		await takeAll(reader.endOfFile());
		closeSync(open.fd);
		open = asReader(() => openLog(next));
	}

	try {
		while (!signal.aborted) {
			await readOn();
			await lookForCut();
			const {fd} = open;
			await goOn();
			const isAtEnd = open.fd === fd && open.offset >= fstatSync(fd).size;
			if (isOnce && isAtEnd) {
				await takeAll(reader.end());
				return;
			}

			if (!isAtEnd) {
				continue;
			}

			await takeAll(reader.settle(clock.elapsedMs()));
			await pause(signal);
		}

		await takeAll([]);
	} finally {
		closeSync(open.fd);
	}
}

type OpenLog = {
	readonly fd: number;
	offset: number;
	identity: LogIdentity;
};

function openLog(file: string): OpenLog {
	try {
		const fd = openSync(file, 'r');
		return {fd, offset: 0, identity: identifyLog(fd)};
	} catch (error) {
		throw new RecorderError(`${file}: the log cannot be read: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

/** The one after the open one, by names as they are now; undefined when that is the newest, or while a new one is still to be made. */
function findNext(file: string, fd: number): string | undefined {
	const {ino, dev} = fstatSync(fd);
	const stats = listLogFiles(file).flatMap(name => {
		const stat = statSync(name, {throwIfNoEntry: false});
		return stat === undefined ? [] : [{name, isOpen: stat.ino === ino && stat.dev === dev}];
	});
	const index = stats.findIndex(({isOpen}) => isOpen);
	return stats[index + 1]?.name;
}

function makeGap(at: number, text: string): Outgoing {
	return {type: 'gap', at, cause: 'log', count: undefined, first: undefined, last: undefined, text};
}

async function pause(signal: AbortSignal): Promise<void> {
	try {
		await sleep(pollMs, undefined, {signal});
	} catch {
		// Aborted: the loop ends.
	}
}
