import {readExitStatus, signals} from '../query/exit-status.ts';
import {makePattern, makeWordPattern} from '../query/pattern.ts';
import type {Pattern, PlainPattern} from '../query/pattern.ts';
import type {HasWord, NumberSpan, Query, TextPattern, TimeTerm} from '../query/query.ts';
import type {Capability} from '../query/refuse-missing.ts';
import {StoreError} from '../store-error.ts';
import {silenceMs} from './session-row.ts';

/** A condition on the sessions table; what the person typed is only ever in `values`. */
export type Condition = {
	readonly sql: string;
	readonly values: ReadonlyArray<string | number>;
};

/** What this store answers beside names, times and numbers. */
export const capabilities: readonly Capability[] = [];

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
			return matchBareWord(query.pattern);
		}

		case 'text': {
			const {sql, values} = matchAny(columns[query.field], query.values.map(value => makePattern(plain(value))));
			return {sql: `ifnull(${sql}, false)`, values};
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

/** What is live at a time. */
export function makeLiveCondition(nowAt: number): Condition {
	return {sql: '(exit is null and heard_at > ?)', values: [nowAt - silenceMs]};
}

const columns = {
	user: ['user_folded'],
	host: ['host_folded', 'host_short'],
	rec: ['rec_folded', 'rec_short'],
	tag: [],
	session: ['cast(audit_session as text)'],
} as const;

function matchBareWord(pattern: TextPattern): Condition {
	return matchAny(['user_folded', 'host_folded', ...pattern.type === 'phrase' ? ['host_short'] : []], [makeWordPattern(plain(pattern))]);
}

function plain(pattern: TextPattern): PlainPattern {
	if (pattern.type === 'word' || pattern.type === 'phrase') {
		return pattern;
	}

	throw new StoreError(`a ${pattern.type} pattern cannot be answered from the table of sessions`);
}

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

function makeHasCondition(word: HasWord, nowAt: number): Condition {
	const live = makeLiveCondition(nowAt);
	return {
		gap: {sql: 'gaps > 0', values: []},
		input: matchSummary('summary ->> \'hasInput\''),
		live,
		resize: matchSummary('summary ->> \'resizes\' > 0'),
		broken: {sql: `(gaps > 0 and not ${live.sql})`, values: live.values},
		pipe: matchSummary('summary ->> \'isPipe\''),
		note: none,
		root: none,
		audit: none,
	}[word];
}

const none: Condition = {sql: 'false', values: []};

function matchSummary(sql: string): Condition {
	return {sql: `exists (select 1 from indexes where indexes.session = sessions.session and ${sql})`, values: []};
}
