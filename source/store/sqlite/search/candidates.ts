import type {SeenLine} from '../../moments.ts';
import {blocksPerChunk} from '../seen/blocks.ts';
import type {Connection} from '../connection.ts';
import {readNumber, readText} from '../row.ts';
import {makePairToken} from '../seen/index-text.ts';
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

	const blocks = new Map<number, readonly number[]>();
	for (const match of matches) {
		for (const [session, found] of match === 'none' || match === 'any' ? [] : findBlocks(connection, kinds, match)) {
			blocks.set(session, joinSorted(blocks.get(session), found));
		}
	}

	return blocks;
}

function joinSorted(some: readonly number[] | undefined, others: readonly number[]): readonly number[] {
	return (some === undefined ? [...others] : [...new Set([...some, ...others])]).toSorted((a, b) => a - b);
}

/** All blocks of a session that a search sees. */
export function listSessionBlocks(connection: Connection, session: number): readonly number[] {
	return connection.prepare(`
		select block from seen_chunks join seen_blocks on block between chunk * ${blocksPerChunk} and chunk * ${blocksPerChunk} + ${blocksPerChunk - 1}
		where session = ? and is_visible order by block
	`).all(session).map(row => readNumber(row, 'block'));
}

/** Full-text expressions, each for one table. */
type Matches = ReadonlyArray<{readonly table: 'seen_words' | 'seen_pairs' | 'seen_parts'; readonly match: string}>;

/** More parts of a long text tell little more, and each costs. */
const mostParts = 24;

function makeMatches({words, prefixes, pairs, parts, alike}: AskedNeeds): Matches | 'any' | 'none' {
	if (alike.some(found => found.length === 0)) {
		return 'none';
	}

	const asked = pairs.map(pair => ({pair, token: makePairToken(pair)})).filter(({token}) => token !== '');
	const paired = new Set(asked.flatMap(({pair}) => pair.match(/[\p{Letter}\p{Number}]+/gv)));
	// A single letter begins a word nearly everywhere: to look all of them up takes longer than to read.
	const terms = [
		...words.filter(word => !paired.has(word)).map(word => quote(word)),
		...prefixes.filter(prefix => prefix.length > 1).map(prefix => `${quote(prefix)} *`),
		...alike.map(found => `(${found.map(word => quote(word)).join(' OR ')})`),
	];
	// Words side by side tell nearly all that their letters do, and are quicker to ask for.
	const trigrams = asked.length > 0 ? [] : [...new Set(parts.flatMap(part => listTrigrams(part)))].slice(0, mostParts);
	const matches = [
		{table: 'seen_pairs', match: joinTerms(asked.map(({token}) => quote(token)))},
		{table: 'seen_words', match: joinTerms(terms)},
		{table: 'seen_parts', match: joinTerms(trigrams.map(trigram => quote(trigram)))},
	] as const;
	const useful = matches.filter(({match}) => match !== '');
	return useful.length === 0 ? 'any' : useful;
}

function joinTerms(terms: readonly string[]): string {
	return terms.join(' AND ');
}

function quote(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

function listTrigrams(text: string): readonly string[] {
	const letters = [...text];
	return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''));
}

function findBlocks(connection: Connection, kinds: ReadonlyArray<SeenLine['kind']>, matches: Matches): Map<number, number[]> {
	const sql = matches.map(({table}) => `select rowid as block from ${table} where ${table} match ?`).join(' intersect ');
	// One row with all of them: a hundred thousand rows take longer to hand over than to find.
	const row = connection.prepare(`
		select json_group_array(session) as sessions, json_group_array(block) as blocks from (${sql}) join seen_chunks on chunk = block / ${blocksPerChunk}
		where is_visible and is_typed in (${kinds.map(kind => kind === 'typed' ? 1 : 0).join(', ')})
	`).get(...matches.map(({match}) => match)) ?? {};
	const sessions = JSON.parse(readText(row, 'sessions')) as readonly number[]; // Columns of integers.
	const blocks = JSON.parse(readText(row, 'blocks')) as readonly number[];
	const bySession = new Map<number, number[]>();
	for (const [index, session] of sessions.entries()) {
		const known = bySession.get(session);
		const block = blocks[index] ?? 0;
		if (known === undefined) {
			bySession.set(session, [block]);
		} else {
			known.push(block);
		}
	}

	return bySession;
}
