import {makePattern, makeWordPattern} from '../query/pattern.ts';
import type {Pattern} from '../query/pattern.ts';
import type {TextPattern, TextTerm} from '../query/query.ts';
import {joinConditions} from './condition.ts';
import type {Condition} from './condition.ts';

type NamePlace = {readonly field: TextTerm['field']; readonly isBare: boolean};

/** Does a pattern mean a name? SQL has no word for similar words and regular expressions: those ask a function of ours. */
export function matchName(pattern: TextPattern, {field, isBare}: NamePlace): Condition {
	const {recorded, folded} = columns[field];
	const condition = pattern.type === 'regex' || pattern.type === 'fuzzy'
		? {sql: `is_named(?, ${recorded})`, values: [JSON.stringify({pattern, field, isBare})]}
		: (isBare && pattern.type === 'word' ? matchAny(folded.slice(0, 1), makeWordPattern(pattern)) : matchAny(folded, makePattern(pattern)));
	// The number of an audit session is the only name that may be missing.
	return field === 'session' ? {...condition, sql: `(audit_session is not null and ${condition.sql})`} : condition;
}

/** Each name as it was recorded, and as it is compared: whole and, where it has one, in its short form. */
const columns = {
	user: {recorded: 'user', folded: ['user_folded']},
	host: {recorded: 'host', folded: ['host_folded', 'host_short']},
	rec: {recorded: 'rec', folded: ['rec_folded', 'rec_short']},
	tag: {recorded: 'tag', folded: ['tag_folded']},
	session: {recorded: 'audit_session', folded: ['cast(audit_session as text)']},
} as const;

function matchAny(names: readonly string[], pattern: Pattern): Condition {
	return joinConditions(names.map(name => matchPattern(name, pattern)), 'or');
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
