import type {SeenLine} from '../../moments.ts';
import {blocksPerChunk} from '../seen/blocks.ts';
import type {Connection} from '../connection.ts';
import {readNumber} from '../row.ts';
import type {Needs} from './needs.ts';

/** Blocks that may hold a match, by session, each in order; `all` when the index cannot tell. */
export type Candidates = ReadonlyMap<number, readonly number[]> | 'all';

/** What a pattern needs, and for each word that something is to be like, the words of the index that are; a word that too many are like is left out. */
export type AskedNeeds = Needs & {readonly alike: ReadonlyArray<readonly string[]>};

/** Ask the index where in lines of some kinds any of the needs may be fulfilled. */
export function findCandidates(connection: Connection, kinds: ReadonlyArray<SeenLine['kind']>, needs: readonly AskedNeeds[]): Candidates {
	const matches = needs.map(each => makeMatches(each));
	if (matches.includes('any')) {
		return 'all';
	}

	const blocks = new Map<number, Set<number>>();
	for (const match of matches) {
		for (const [session, found] of match === 'none' || match === 'any' ? [] : findBlocks(connection, kinds, match)) {
			blocks.set(session, blocks.get(session)?.union(found) ?? found);
		}
	}

	return new Map(Array.from(blocks, ([session, found]) => [session, [...found].toSorted((a, b) => a - b)]));
}

/** All blocks of a session that a search sees. */
export function listSessionBlocks(connection: Connection, session: number): readonly number[] {
	return connection.prepare(`
		select block from seen_chunks join seen_blocks on block between chunk * ${blocksPerChunk} and chunk * ${blocksPerChunk} + ${blocksPerChunk - 1}
		where session = ? and is_visible order by block
	`).all(session).map(row => readNumber(row, 'block'));
}

/** Full-text expressions for each of the two tables; `undefined` where a table cannot help. */
type Matches = {readonly words: string | undefined; readonly parts: string | undefined};

/** More parts of a long text tell little more, and each costs. */
const mostParts = 24;

function makeMatches({words, prefixes, parts, alike}: AskedNeeds): Matches | 'any' | 'none' {
	if (alike.some(found => found.length === 0)) {
		return 'none';
	}

	// A single letter begins a word nearly everywhere: to look all of them up takes longer than to read.
	const terms = [
		...words.map(word => quote(word)),
		...prefixes.filter(prefix => prefix.length > 1).map(prefix => `${quote(prefix)} *`),
		...alike.map(found => `(${found.map(word => quote(word)).join(' OR ')})`),
	];
	const trigrams = [...new Set(parts.flatMap(part => listTrigrams(part)))].slice(0, mostParts);
	return terms.length === 0 && trigrams.length === 0
		? 'any'
		: {words: terms.length === 0 ? undefined : terms.join(' AND '), parts: trigrams.length === 0 ? undefined : trigrams.map(trigram => quote(trigram)).join(' AND ')};
}

function quote(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

function listTrigrams(text: string): readonly string[] {
	const letters = [...text];
	return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''));
}

function findBlocks(connection: Connection, kinds: ReadonlyArray<SeenLine['kind']>, {words, parts}: Matches): Map<number, Set<number>> {
	const inWords = 'select rowid as block from seen_words where seen_words match ?';
	const inParts = 'select rowid as block from seen_parts where seen_parts match ?';
	const sql = words === undefined ? inParts : (parts === undefined ? inWords : `${inWords} intersect ${inParts}`);
	const values = [words, parts].filter(value => value !== undefined);
	const blocks = new Map<number, Set<number>>();
	const statement = connection.prepare(`select block, session from (${sql}) join seen_chunks on chunk = block / ${blocksPerChunk} where is_visible and is_typed in (${kinds.map(kind => kind === 'typed' ? 1 : 0).join(', ')})`);
	for (const row of statement.iterate(...values)) {
		const session = readNumber(row, 'session');
		const known = blocks.get(session);
		if (known === undefined) {
			blocks.set(session, new Set([readNumber(row, 'block')]));
		} else {
			known.add(readNumber(row, 'block'));
		}
	}

	return blocks;
}
