import {randomInt} from 'node:crypto';
import type {IndexWriter} from '../index-writer.ts';
import {indexVersion} from '../index-version.ts';
import type {SeenLine} from '../moments.ts';
import {StoreError} from '../store-error.ts';
import type {SessionKey} from '../store.ts';
import type {Connection} from './connection.ts';
import {readNumber, readOptionalNumber} from './row.ts';
import {deleteBlock, deleteSeen, insertSeen, insertTexts, packBlock, readLastBlock} from './seen/blocks.ts';
import type {PackedBlock} from './seen/blocks.ts';
import {blockLength, cutLines, measureLines} from './seen/cut-lines.ts';
import {compactEnded, putMarks} from './session-index.ts';
import {findSession} from './sessions.ts';
import type {WriteGroup} from './write-group.ts';

/** Text held in memory before it is written: a short recording takes one transaction in all. */
const heldLength = 1024 * 1024;
/** Nobody waits for an index, and a pass that gives up is done again from the recording's start. */
export const indexPatienceMs = 60_000;

export type PassOptions = {
	readonly key: SessionKey;
	readonly isContinued: boolean;
	readonly now: () => number;
	/** Of this connection, with a patience of a minute. */
	readonly group: WriteGroup;
};

/** See `Store.startIndex`. */
export async function startIndex(connection: Connection, {key, isContinued, now, group}: PassOptions): Promise<IndexWriter> {
	const base = await connection.read(() => readBase(connection, key, isContinued), indexPatienceMs);
	const {session} = base;
	const pass = randomInt(2 ** 47);
	let held: SeenLine[] = base.tails.flatMap(tail => tail.lines);
	let sinceWritten = measureLines(held);
	let chunks: readonly number[] = [];

	/** Runs in a transaction that may be tried again. */
	function insert(packed: readonly PackedGroup[], isStanding: boolean, atEnd: (action: () => void) => void): readonly number[] {
		const inserted = packed.map(({kind, blocks}) => insertSeen(connection, {session, pass, kind, isStanding}, blocks));
		atEnd(() => {
			insertTexts(connection, inserted.flatMap(({texts}) => texts));
		});
		return inserted.flatMap(each => each.chunks);
	}

	return {
		indexedId: base.indexedId,
		async add(lines) {
			for (const line of lines) {
				held.push({...line, text: checkText(line.text)});
				sinceWritten += line.text.length + 1;
			}

			if (sinceWritten < heldLength) {
				return;
			}

			const {packed, rest} = packFull(held);
			const written = await group.write(atEnd => insert(packed, false, atEnd));
			held = rest;
			sinceWritten = measureLines(rest);
			chunks = [...chunks, ...written];
		},
		async finish(index, standing) {
			const closed = packAll(held);
			const open = packAll(standing.map(line => ({...line, text: checkText(line.text)})));
			await group.write(atEnd => {
				checkAlone(connection, key, {...base, pass, chunks});
				insert(closed, false, atEnd);
				insert(open, true, atEnd);
				if (base.indexedId === undefined) {
					deleteSeen(connection, 'session = ? and pass is not ?', [session, pass]);
				} else {
					deleteSeen(connection, 'session = ? and pass is not ? and (is_standing or not is_visible)', [session, pass]);
				}

				for (const {block} of base.tails) {
					deleteBlock(connection, block);
				}

				connection.prepare('update seen_chunks set is_visible = 1 where session = ? and pass = ?').run(session, pass);
				connection.prepare('update sessions set seen_pass = ? where session = ?').run(pass, session);
				putMarks(connection, {session, index, isContinued: base.indexedId !== undefined});
			});
			await compactEnded(connection, now(), {session, group});
		},
		async drop() {
			held = [];
			await group.write(() => {
				deleteSeen(connection, 'session = ? and pass = ? and not is_visible', [session, pass]);
			});
		},
	};
}

/** Blocks of lines of one kind. */
type PackedGroup = {
	readonly kind: SeenLine['kind'];
	readonly blocks: readonly PackedBlock[];
};

/** `rest` is too little for blocks. */
function packFull(lines: readonly SeenLine[]): {readonly packed: readonly PackedGroup[]; readonly rest: SeenLine[]} {
	const cuts = [...Map.groupBy(lines, line => line.kind)].map(([kind, some]) => ({kind, ...cutLines(some)}));
	return {
		packed: cuts.map(({kind, full}) => ({kind, blocks: full.map(block => packBlock(block))})),
		rest: cuts.flatMap(({rest}) => rest),
	};
}

function packAll(lines: readonly SeenLine[]): readonly PackedGroup[] {
	return [...Map.groupBy(lines, line => line.kind)].map(([kind, some]) => {
		const {full, rest} = cutLines(some);
		return {kind, blocks: [...full, ...rest.length > 0 ? [rest] : []].map(block => packBlock(block))};
	});
}

type Base = {
	readonly session: number;
	/** Of the last finished pass, whose lines a search sees. */
	readonly lastPass: number | undefined;
	readonly indexedId: number | undefined;
	/** The last block of each kind when it is small: it is made anew with the lines that follow, so that a live recording does not leave one block a second. */
	readonly tails: ReadonlyArray<{readonly block: number; readonly lines: readonly SeenLine[]}>;
};

function readBase(connection: Connection, key: SessionKey, isContinued: boolean): Base {
	const session = findSession(connection, key);
	if (session === undefined) {
		throw new StoreError(`${connection.file}: no recording ${key.host}/${key.rec} to index; import it first`);
	}

	const row = connection.prepare('select seen_pass, indexed_id, index_version from sessions where session = ?').get(session) ?? {};
	const lastPass = readOptionalNumber(row, 'seen_pass');
	if (!isContinued || lastPass === undefined || readOptionalNumber(row, 'index_version') !== indexVersion) {
		return {session, lastPass, indexedId: undefined, tails: []};
	}

	const indexedId = readOptionalNumber(row, 'indexed_id');
	const lasts = indexedId === undefined ? [] : (['seen', 'typed'] as const).map(kind => readLastBlock(connection, session, kind));
	return {session, lastPass, indexedId, tails: lasts.filter(last => last !== undefined).filter(last => measureLines(last.lines) < blockLength)};
}

/** Two indexers at one recording: the one that ends first wins. */
function checkAlone(connection: Connection, {host, rec}: SessionKey, {session, lastPass, indexedId, pass, chunks}: Base & {readonly pass: number; readonly chunks: readonly number[]}): void {
	const row = connection.prepare('select seen_pass, indexed_id, (select count(*) from seen_chunks where seen_chunks.session = sessions.session and pass = ?) as chunks from sessions where session = ?').get(pass, session) ?? {};
	const isBaseThere = indexedId === undefined || (readOptionalNumber(row, 'seen_pass') === lastPass && readOptionalNumber(row, 'indexed_id') === indexedId);
	if (!isBaseThere || readNumber(row, 'chunks') !== chunks.length) {
		throw new StoreError(`${connection.file}: ${host}/${rec} was indexed by another process meanwhile; this pass is left out`, {isRetryable: true, failed: 'pass'});
	}
}

function checkText(text: string): string {
	if (text.includes('\n')) {
		throw new RangeError('a seen line holds a line feed: lines are given one by one');
	}

	return text.toWellFormed();
}
