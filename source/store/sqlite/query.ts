import {readExitStatus, signals} from '../query/exit-status.ts';
import type {HasWord, NumberSpan, Query, TextPattern, TimeTerm} from '../query/query.ts';
import type {Capability} from '../query/refuse-missing.ts';
import {StoreError} from '../store-error.ts';
import {joinConditions} from './condition.ts';
import type {Condition} from './condition.ts';
import {matchName} from './match-name.ts';
import {silenceMs} from './session-row.ts';

/** What this store answers beside names, times and numbers. */
export const capabilities: readonly Capability[] = ['seen', 'typed', 'regex', 'fuzzy', 'notes', 'facets', 'audit'];

/**
Turn a search into a condition that is true or false for each session, never null: `not` must find what is unknown.

A session that is live now has not ended.

@param query - the search.
@param nowAt - what is live depends on it.
@param known - conditions of terms that the table cannot answer.
*/
export function makeCondition(query: Query, nowAt: number, known: ReadonlyMap<Query, Condition> = new Map()): Condition {
	const condition = known.get(query);
	if (condition !== undefined) {
		return condition;
	}

	switch (query.type) {
		case 'all': {
			return {sql: 'true', values: []};
		}

		case 'and':
		case 'or': {
			return joinConditions(query.parts.map(part => makeCondition(part, nowAt, known)), query.type);
		}

		case 'not': {
			const {sql, values} = makeCondition(query.part, nowAt, known);
			return {sql: `not ${sql}`, values};
		}

		case 'word': {
			return matchBareWord(query.pattern);
		}

		case 'text': {
			const named = joinConditions(query.values.map(value => matchName(value, {field: query.field, isBare: false})), 'or');
			return query.field === 'tag' ? {...named, sql: `session in (select tags.session from tags where ${named.sql})`} : named;
		}

		case 'moment': {
			throw new StoreError(`${query.field}: cannot be answered from the table of sessions`);
		}

		case 'time': {
			return joinConditions(query.spans.map(span => makeTimeCondition(query.field, span, nowAt)), 'or');
		}

		case 'number': {
			return joinConditions(query.spans.map(span => query.field === 'duration' ? matchLength(span) : matchExit(span)), 'or');
		}

		case 'has': {
			return joinConditions(query.words.map(word => makeHasCondition(word, nowAt)), 'or');
		}
	}
}

/** The names alone: what was seen is a condition of its own. */
export function matchBareWord(pattern: TextPattern): Condition {
	return joinConditions((['user', 'host'] as const).map(field => matchName(pattern, {field, isBare: true})), 'or');
}

/** What is live at a time. */
export function makeLiveCondition(nowAt: number): Condition {
	return {sql: '(exit is null and heard_at > ?)', values: [nowAt - silenceMs]};
}

function makeTimeCondition(field: TimeTerm['field'], {from, to}: TimeTerm['spans'][number], nowAt: number): Condition {
	const live = makeLiveCondition(nowAt);
	const endsAfter = {sql: `ifnull(started_at is not null and (ended_at >= ? or ${live.sql}), false)`, values: [from, ...live.values]};
	const startsBefore = {sql: 'ifnull(started_at < ?, false)', values: [to]};
	return field === 'since' ? endsAfter : (field === 'until' ? startsBefore : joinConditions([endsAfter, startsBefore], 'and'));
}

function matchLength({from, to}: NumberSpan): Condition {
	return {sql: 'length_ms between ? and ?', values: [from, to]};
}

/** Signals are named in the table; shells tell them as numbers. */
function matchExit({from, to}: NumberSpan): Condition {
	const named = signals.flatMap(signal => isWithin(readExitStatus(signal), from, to) ? [signal, `SIG${signal}`] : []);
	const numbers = 'exit not glob \'*[^0-9]*\' and exit <> \'\' and length(exit) < 10 and cast(exit as integer) between ? and ?';
	const names = named.length === 0 ? 'false' : `upper(exit) in (${named.map(() => '?').join(', ')})`;
	return {sql: `ifnull((${numbers}) or ${names}, false)`, values: [from, to, ...named]};
}

function isWithin(number: number | undefined, from: number, to: number): boolean {
	return number !== undefined && number >= from && number <= to;
}

export function makeHasCondition(word: HasWord, nowAt: number): Condition {
	const live = makeLiveCondition(nowAt);
	return {
		gap: {sql: 'gaps > 0', values: []},
		input: {sql: 'has_input', values: []},
		live,
		resize: {sql: 'resizes > 0', values: []},
		broken: {sql: `(gaps > 0 and not ${live.sql})`, values: live.values},
		pipe: {sql: 'is_pipe', values: []},
		note: {sql: '(notes > 0 or session in (select tags.session from tags))', values: []},
		root: {sql: 'has_root', values: []},
		audit: {sql: 'events > 0', values: []},
	}[word];
}
