import type {SeenLine} from '../../moments.ts';
import {runCapped} from '../../query/run-capped.ts';
import type {TextRange} from '../../query/text-range.ts';
import {readBlock} from '../seen/blocks.ts';
import type {SeenBlock} from '../seen/seen-block.ts';
import {listSessionBlocks} from './candidates.ts';
import type {SearchContext} from './context.ts';
import {foldText} from './line-finder.ts';
import type {Look} from './look.ts';
import {searchCapMs} from './search-cap.ts';

/** A line in which something was found. */
export type MatchedLine = {
	readonly line: SeenLine;
	readonly found: ReadonlyArray<{readonly look: Look; readonly matches: readonly TextRange[]}>;
};

/** Blocks read, and looked through under one watchdog, at a time. The first one is read alone: often it is enough. */
const blocksAtOnce = 16;

/**
Read the lines of one session in which any of the terms is found, block by block.

@yields Those of each block; an empty list, too, so that the reader can stop.
@throws {CostlyPattern} when a regular expression takes too long.
*/
export async function * readMatches({connection, breathe}: SearchContext, session: number, looks: readonly Look[]): AsyncGenerator<readonly MatchedLine[], void> {
	const blocks = await connection.read(() => listBlocks(looks, session, () => listSessionBlocks(connection, session)));
	const isCostly = looks.some(look => look.finders.some(finder => finder.isCostly));
	for (let from = 0, size = isCostly ? blocksAtOnce : 1; from < blocks.length; from += size, size = blocksAtOnce) {
		await breathe();
		const until = from + size;
		const read = await connection.read(() => blocks.slice(from, until).map(block => readBlock(connection, session, block)).filter(block => block !== undefined));
		const look = (): MatchedLine[] => read.flatMap(block => matchBlock(block, looks));
		yield isCostly ? runCapped(searchCapMs, look) : look();
	}
}

/** Those in which one of the terms may be. */
function listBlocks(looks: readonly Look[], session: number, listAll: () => readonly number[]): readonly number[] {
	if (looks.some(look => look.candidates === 'all')) {
		return listAll();
	}

	const blocks = new Set(looks.flatMap(({candidates}) => candidates === 'all' ? [] : candidates.get(session) ?? []));
	return [...blocks].toSorted((a, b) => a - b);
}

function matchBlock(block: SeenBlock, looks: readonly Look[]): MatchedLine[] {
	const text = foldText(block.text);
	const fitting = looks.filter(look => look.kinds.includes(block.kind));
	const matches = fitting.flatMap(look => look.finders.flatMap(finder => [...finder.find(text)].map(match => ({look, ...match}))));
	const lines = matches.length === 0 ? [] : block.readLines();
	return [...Map.groupBy(matches, ({line}) => line)].toSorted(([a], [b]) => a - b).flatMap(([number, found]) => {
		const line = lines[number];
		return line === undefined ? [] : [{line, found}];
	});
}
