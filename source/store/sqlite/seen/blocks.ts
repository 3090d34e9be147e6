import type {SeenLine} from '../../moments.ts';
import type {Connection} from '../connection.ts';
import {readBytes, readNumber, readOptionalNumber} from '../row.ts';
import {foldForIndex, listWords} from './index-text.ts';
import {packLines, unpackLines} from './seen-block.ts';

/** Blocks are numbered in chunks of this many, each of one session: small numbers make a small index, and the chunk tells the session. */
export const blocksPerChunk = 16;

export type ChunkFacts = {
	readonly session: number;
	/** Of the indexer; a chunk is seen when its pass is finished. */
	readonly pass: number;
	/** Holds lines that a later pass replaces. */
	readonly isStanding: boolean;
};

/** Store blocks in new chunks that are not seen yet; returns the numbers of the chunks. */
export function insertSeen(connection: Connection, {session, pass, isStanding}: ChunkFacts, blocks: ReadonlyArray<readonly SeenLine[]>): number[] {
	const insertChunk = connection.prepare('insert into seen_chunks (session, pass, is_standing, is_visible) values (?, ?, ?, 0)');
	const insertBlock = connection.prepare('insert into seen_blocks (block, data) values (?, ?)');
	const insertWords = connection.prepare('insert into seen_words (rowid, words) values (?, ?)');
	const insertParts = connection.prepare('insert into seen_parts (rowid, lines) values (?, ?)');
	const chunks: number[] = [];
	let chunk = 0;
	for (const [index, lines] of blocks.entries()) {
		if (index % blocksPerChunk === 0) {
			chunk = Number(insertChunk.run(session, pass, isStanding ? 1 : 0).lastInsertRowid);
			chunks.push(chunk);
		}

		const block = (chunk * blocksPerChunk) + (index % blocksPerChunk);
		insertBlock.run(block, packLines(lines));
		const folded = foldForIndex([...new Set(lines.map(line => line.text))].join('\n'));
		insertWords.run(block, listWords(folded).join(' '));
		insertParts.run(block, folded);
	}

	return chunks;
}

/** Remove chunks, given as a condition on `seen_chunks`, with all that is in them. */
export function deleteSeen(connection: Connection, condition: string, values: readonly number[]): void {
	for (const row of connection.prepare(`select chunk from seen_chunks where ${condition}`).all(...values)) {
		const chunk = readNumber(row, 'chunk');
		for (const block of listBlocks(connection, chunk)) {
			deleteBlock(connection, block);
		}

		connection.prepare('delete from seen_chunks where chunk = ?').run(chunk);
	}
}

export function deleteBlock(connection: Connection, block: number): void {
	// `get`, not `run`: a deletion leaves the full-text table's own last row number behind, which no JavaScript number holds.
	connection.prepare('delete from seen_words where rowid = ?').get(block);
	connection.prepare('delete from seen_parts where rowid = ?').get(block);
	// Any insertion takes its place, for whoever calls `run` next.
	connection.prepare('insert or replace into state select * from state').run();
	connection.prepare('delete from seen_blocks where block = ?').run(block);
}

/** The last block of closed lines that a search sees in a session. */
export function readLastBlock(connection: Connection, session: number): {readonly block: number; readonly lines: readonly SeenLine[]} | undefined {
	const last = connection.prepare('select max(chunk) as chunk from seen_chunks where session = ? and is_visible and not is_standing').get(session);
	const chunk = last === undefined ? undefined : readOptionalNumber(last, 'chunk');
	const block = chunk === undefined ? undefined : listBlocks(connection, chunk).at(-1);
	const row = block === undefined ? undefined : connection.prepare('select data from seen_blocks where block = ?').get(block);
	return block === undefined || row === undefined ? undefined : {block, lines: unpackLines(readBytes(row, 'data')).readLines()};
}

function listBlocks(connection: Connection, chunk: number): number[] {
	return connection.prepare('select block from seen_blocks where block between ? and ? order by block')
		.all(chunk * blocksPerChunk, (chunk * blocksPerChunk) + blocksPerChunk - 1)
		.map(row => readNumber(row, 'block'));
}
