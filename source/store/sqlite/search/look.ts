import type {SeenLine} from '../../moments.ts';
import type {TextPattern} from '../../query/query.ts';
import type {Connection} from '../connection.ts';
import {findCandidates} from './candidates.ts';
import type {Candidates} from './candidates.ts';
import {createLineFinder} from './line-finder.ts';
import type {LineFinder} from './line-finder.ts';
import {findNeeds} from './needs.ts';
import {listSimilarWords} from './similar-words.ts';

/** Something to look for in lines: any of some patterns. */
export type Look = {
	readonly kinds: ReadonlyArray<SeenLine['kind']>;
	readonly candidates: Candidates;
	readonly finders: readonly LineFinder[];
	/** It is in each of the candidates: no text need be read to know that. */
	readonly isSure: boolean;
};

/** Makes the same look once: the index is asked for long lists. */
export type LookMaker = (kinds: Look['kinds'], patterns: readonly TextPattern[]) => Look;

/** What it makes asks the index where the patterns may be. Use it inside one transaction. */
export function createLookMaker(connection: Connection): LookMaker {
	const made = new Map<string, Look>();
	return (kinds, patterns) => {
		const name = JSON.stringify([kinds, patterns]);
		const look = made.get(name) ?? makeLook(connection, kinds, patterns);
		made.set(name, look);
		return look;
	};
}

function makeLook(connection: Connection, kinds: Look['kinds'], patterns: readonly TextPattern[]): Look {
	const asked = patterns.map(pattern => {
		const needs = findNeeds(pattern);
		return {pattern, needs: {...needs, alike: needs.similar.map(typed => listSimilarWords(connection, typed)).filter(words => words !== 'any')}};
	});
	const candidates = findCandidates(connection, kinds, asked.map(({needs}) => needs));
	return {
		kinds,
		candidates,
		finders: asked.map(({pattern, needs}) => createLineFinder(pattern, needs)),
		isSure: candidates !== 'all' && asked.every(({needs}) => needs.isEnough),
	};
}
