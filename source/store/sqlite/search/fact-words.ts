import type {MomentTerm, Term} from '../../query/query.ts';
import {createFactMatcher} from '../../query/match-fact.ts';
import {runCapped} from '../../query/run-capped.ts';
import type {Condition} from '../condition.ts';
import type {Connection} from '../connection.ts';
import {parseWord, wordColumns} from '../events/words.ts';
import {readNumber} from '../row.ts';
import {searchCapMs} from './search-cap.ts';

/** A term that audit events decide. */
export function isFactTerm(term: Term): term is MomentTerm {
	return term.type === 'moment' && term.field !== 'seen' && term.field !== 'typed';
}

/**
Rows of what audit events tell that a term means. Each thing is kept once, however many events tell it: there are far fewer than events.

@throws {CostlyPattern} when a regular expression takes too long.
*/
export function findWords(connection: Connection, term: MomentTerm): readonly number[] {
	const isMeant = createFactMatcher(term);
	const rows = connection.prepare(`select word, ${wordColumns} from words where field = ?`).all(term.field).map(row => ({word: readNumber(row, 'word'), fact: parseWord(row)}));
	const find = (): readonly number[] => rows.filter(({fact}) => isMeant(fact)).map(({word}) => word);
	return term.values.some(({type}) => type === 'regex') ? runCapped(searchCapMs, find) : find();
}

/** Sessions whose audit events tell any of the words. */
export function makeToldCondition(words: readonly number[]): Condition {
	return {sql: 'session in (select session_words.session from session_words where word in (select value from json_each(?)))', values: [JSON.stringify(words)]};
}
