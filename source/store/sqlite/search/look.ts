import type {TextPattern} from '../../query/query.ts';
import type {Connection} from '../connection.ts';
import {findCandidates} from './candidates.ts';
import type {Candidates} from './candidates.ts';
import {createLineFinder} from './line-finder.ts';
import type {LineFinder} from './line-finder.ts';

/** Something to look for in lines: any of some patterns. */
export type Look = {
	readonly kinds: ReadonlyArray<'seen' | 'typed'>;
	readonly candidates: Candidates;
	readonly finders: readonly LineFinder[];
};

/** Asks the index where the patterns may be. Runs inside a transaction. */
export function makeLook(connection: Connection, kinds: Look['kinds'], patterns: readonly TextPattern[]): Look {
	return {kinds, candidates: findCandidates(connection, patterns), finders: patterns.map(pattern => createLineFinder(pattern))};
}
