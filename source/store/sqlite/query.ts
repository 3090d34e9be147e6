import {makePattern, makeWordPattern} from '../query/pattern.ts';
import type {Pattern} from '../query/pattern.ts';
import type {Query, TimeTerm} from '../query/query.ts';
import {silenceMs} from './session-row.ts';

/** A condition on the sessions table; what the person typed is only ever in `values`. */
export type Condition = {
	readonly sql: string;
	readonly values: ReadonlyArray<string | number>;
};

/**
Turn a search into a condition that is true or false for each session, never null: `not` must find what is unknown.

A session that is live now has not ended.
*/
export function makeCondition(query: Query, nowAt: number): Condition {
	switch (query.type) {
		case 'all': {
			return {sql: 'true', values: []};
		}

		case 'and':
		case 'or': {
			return joinConditions(query.parts.map(part => makeCondition(part, nowAt)), query.type);
		}

		case 'not': {
			const {sql, values} = makeCondition(query.part, nowAt);
			return {sql: `not ${sql}`, values};
		}

		case 'word': {
			return matchAny(['user_folded', 'host_folded', ...query.text.isQuoted ? ['host_short'] : []], [makeWordPattern(query.text)]);
		}

		case 'text': {
			return matchAny(columns[query.field], query.values.map(value => makePattern(value)));
		}

		case 'time': {
			return joinConditions(query.spans.map(span => makeTimeCondition(query.field, span, nowAt)), 'or');
		}
	}
}

/** What is live at a time. */
export function makeLiveCondition(nowAt: number): Condition {
	return {sql: '(exit is null and heard_at > ?)', values: [nowAt - silenceMs]};
}

const columns = {
	user: ['user_folded'],
	host: ['host_folded', 'host_short'],
	rec: ['rec_folded', 'rec_short'],
} as const;

function joinConditions(parts: readonly Condition[], word: 'and' | 'or'): Condition {
	return parts.length === 0
		? {sql: word === 'and' ? 'true' : 'false', values: []}
		: {sql: `(${parts.map(part => part.sql).join(` ${word} `)})`, values: parts.flatMap(part => part.values)};
}

function matchAny(names: readonly string[], patterns: readonly Pattern[]): Condition {
	return joinConditions(names.flatMap(name => patterns.map(pattern => matchPattern(name, pattern))), 'or');
}

function matchPattern(name: string, pattern: Pattern): Condition {
	if (pattern.every(part => part.type === 'literal')) {
		return {sql: `${name} = ?`, values: [pattern.map(part => part.text).join('')]};
	}

	const [first, middle, last] = pattern;
	if (pattern.length === 3 && first?.type === 'any' && middle?.type === 'literal' && last?.type === 'any') {
		return {sql: `instr(${name}, ?) > 0`, values: [middle.text]};
	}

	const glob = pattern.map(part => part.type === 'any' ? '*' : (part.type === 'one' ? '?' : part.text.replaceAll(/[*?\[]/gv, '[$&]'))).join('');
	return {sql: `${name} glob ?`, values: [glob]};
}

function makeTimeCondition(field: TimeTerm['field'], {from, to}: TimeTerm['spans'][number], nowAt: number): Condition {
	const live = makeLiveCondition(nowAt);
	const endsAfter = {sql: `ifnull(started_at is not null and (ended_at >= ? or ${live.sql}), false)`, values: [from, ...live.values]};
	const startsBefore = {sql: 'ifnull(started_at < ?, false)', values: [to]};
	return field === 'since' ? endsAfter : (field === 'until' ? startsBefore : joinConditions([endsAfter, startsBefore], 'and'));
}
