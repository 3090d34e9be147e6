import type {DatabaseSync} from 'node:sqlite';
import {createNameMatcher} from '../query/name-matcher.ts';
import type {TextPattern, TextTerm} from '../query/query.ts';

/** Teach a connection the function `is_named(PATTERN, NAME)`, the pattern in JSON as `matchName` writes it. */
export function addNameFunction(database: DatabaseSync): void {
	const matchers = new Map<string, (name: string) => boolean>();

	function findMatcher(wanted: string): (name: string) => boolean {
		const known = matchers.get(wanted);
		if (known !== undefined) {
			return known;
		}

		if (matchers.size >= matchersKept) {
			matchers.clear();
		}

		// Written by matchName from this very type.
		const {pattern, ...place} = JSON.parse(wanted) as {readonly pattern: TextPattern; readonly field: TextTerm['field']; readonly isBare: boolean};
		const matcher = createNameMatcher(pattern, place);
		matchers.set(wanted, matcher);
		return matcher;
	}

	database.function('is_named', {deterministic: true}, (wanted, name) => Number(findMatcher(String(wanted))(String(name))));
}

const matchersKept = 100; // More than one search has terms.
