import type {SeenLine} from '../../moments.ts';
import type {Connection} from '../connection.ts';
import {readBytes, readNumber, readOptionalNumber} from '../row.ts';
import {makeIndexText} from './index-text.ts';
import type {IndexText} from './index-text.ts';
import {packLines, unpackLines} from './seen-block.ts';
import type {SeenBlock} from './seen-block.ts';

/** Blocks are numbered in chunks of this many, each of one session: small numbers make a small index, and the chunk tells the session. */
export const blocksPerChunk = 16;

export type ChunkFacts = {
	readonly session: number;
	/** Of the indexer; a chunk is seen when its pass is finished. */
	readonly pass: number;
	readonly kind: SeenLine['kind'];
	/** Holds lines that a later pass replaces. */
	readonly isStanding: boolean;
};

/** A block of lines as it is stored: packing costs more than storing, and is done before the transaction. */
export type PackedBlock = {
	readonly data: Uint8Array;
	readonly text: IndexText;
};

export function packBlock(lines: readonly SeenLine[]): PackedBlock {
	return {data: packLines(lines), text: makeIndexText(lines.map(line => line.text))};
}

/** What the full-text tables get of a block. */
export type BlockText = {
	readonly block: number;
	readonly text: IndexText;
};

/** Store blocks in new chunks that are not seen yet; `insertTexts` has to follow in the same transaction. */
export function insertSeen(connection: Connection, {session, pass, kind, isStanding}: ChunkFacts, blocks: readonly PackedBlock[]): {readonly chunks: readonly number[]; readonly texts: readonly BlockText[]} {
	const insertChunk = connection.prepare('insert into seen_chunks (session, pass, is_typed, is_standing, is_visible) values (?, ?, ?, ?, 0)');
	const insertBlock = connection.prepare('insert into seen_blocks (block, data) values (?, ?)');
	const chunks: number[] = [];
	let chunk = 0;
	const texts = blocks.map(({data, text}, index) => {
		if (index % blocksPerChunk === 0) {
			chunk = Number(insertChunk.run(session, pass, kind === 'typed' ? 1 : 0, isStanding ? 1 : 0).lastInsertRowid);
			chunks.push(chunk);
		}

		const block = (chunk * blocksPerChunk) + (index % blocksPerChunk);
		insertBlock.run(block, data);
		return {block, text};
	});
	return {chunks, texts};
}

export function insertTexts(connection: Connection, texts: readonly BlockText[]): void {
	const insertWords = connection.prepare('insert into seen_words (rowid, words) values (?, ?)');
	const insertPairs = connection.prepare('insert into seen_pairs (rowid, pairs) values (?, ?)');
	const insertParts = connection.prepare('insert into seen_parts (rowid, lines) values (?, ?)');
	for (const {block, text} of texts) {
		insertWords.run(block, text.words);
		insertPairs.run(block, text.pairs);
		insertParts.run(block, text.lines);
	}
}

/** Remove chunks, given as a condition on `seen_chunks`, with all that is in them. */
export function deleteSeen(connection: Connection, condition: string, values: readonly number[]): void {
	for (const row of connection.prepare(`select chunk from seen_chunks where ${condition}`).all(...values)) {
		const chunk = readNumber(row, 'chunk');
		for (const block of listBlocks(connection, chunk)) {
			deleteBlock(connection, block);
		}

		// None of its blocks may have been left to take it along.
		connection.prepare('delete from seen_chunks where chunk = ?').run(chunk);
	}
}

/** Remove a block, and its chunk when that was the last one in it. */
export function deleteBlock(connection: Connection, block: number): void {
	// `get`, not `run`: a deletion leaves the full-text table's own last row number behind, which no JavaScript number holds.
	connection.prepare('delete from seen_words where rowid = ?').get(block);
	connection.prepare('delete from seen_parts where rowid = ?').get(block);
	connection.prepare('delete from seen_pairs where rowid = ?').get(block);
	// Any insertion takes its place, for whoever calls `run` next.
	connection.prepare('insert or replace into state select * from state').run();
	connection.prepare('delete from seen_blocks where block = ?').run(block);
	const chunk = Math.floor(block / blocksPerChunk);
	if (listBlocks(connection, chunk).length === 0) {
		connection.prepare('delete from seen_chunks where chunk = ?').run(chunk);
	}
}

/** The last block of closed lines of a kind that a search sees in a session. */
export function readLastBlock(connection: Connection, session: number, kind: SeenLine['kind']): {readonly block: number; readonly lines: readonly SeenLine[]} | undefined {
	const last = connection.prepare('select max(chunk) as chunk from seen_chunks where session = ? and is_typed = ? and is_visible and not is_standing').get(session, kind === 'typed' ? 1 : 0);
	const chunk = last === undefined ? undefined : readOptionalNumber(last, 'chunk');
	const block = chunk === undefined ? undefined : listBlocks(connection, chunk).at(-1);
	const read = block === undefined ? undefined : readBlock(connection, session, block);
	return block === undefined || read === undefined ? undefined : {block, lines: read.readLines()};
}

/** A block of lines of a session; `undefined` when it has gone since its number was read. The number may be another session's by then. */
export function readBlock(connection: Connection, session: number, block: number): SeenBlock | undefined {
	const row = connection.prepare(`select data, is_typed from seen_blocks join seen_chunks on chunk = block / ${blocksPerChunk} where block = ? and session = ?`).get(block, session);
	return row === undefined ? undefined : unpackLines(readBytes(row, 'data'), readNumber(row, 'is_typed') === 1 ? 'typed' : 'seen');
}

function listBlocks(connection: Connection, chunk: number): number[] {
	return connection.prepare('select block from seen_blocks where block between ? and ? order by block')
		.all(chunk * blocksPerChunk, (chunk * blocksPerChunk) + blocksPerChunk - 1)
		.map(row => readNumber(row, 'block'));
}
