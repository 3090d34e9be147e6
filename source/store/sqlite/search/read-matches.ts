import type {SeenLine} from '../../moments.ts';
import type {TextRange} from '../../query/text-range.ts';
import {readBlock} from '../seen/blocks.ts';
import type {SeenBlock} from '../seen/seen-block.ts';
import {listSessionBlocks} from './candidates.ts';
import type {SearchContext} from './context.ts';
import {foldText} from './line-finder.ts';
import type {Look} from './look.ts';
import {runCapped} from './run-capped.ts';

/** A line in which something was found. */
export type MatchedLine = {
	readonly line: SeenLine;
	readonly found: ReadonlyArray<{readonly look: Look; readonly matches: readonly TextRange[]}>;
};

/** Blocks looked through under one watchdog. */
const blocksPerCap = 16;

/**
Read the lines of one session in which any of the terms is found, block by block.

@yields Those of each block; an empty list, too, so that the reader can stop.
@throws {CostlyPattern} when a regular expression takes too long.
*/
export async function * readMatches({connection, breathe}: SearchContext, session: number, looks: readonly Look[]): AsyncGenerator<readonly MatchedLine[]> {
	const blocks = await connection.read(() => listBlocks(looks, session, () => listSessionBlocks(connection, session)));
	const isCostly = looks.some(look => look.finders.some(finder => finder.isCostly));
	const size = isCostly ? blocksPerCap : 1;
	for (let from = 0; from < blocks.length; from += size) {
		await breathe();
		const read = await connection.read(() => blocks.slice(from, from + size).map(block => readBlock(connection, block)).filter(block => block !== undefined));
		const look = (): MatchedLine[] => read.flatMap(block => matchBlock(block, looks));
		yield isCostly ? runCapped(look) : look();
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
