import type {Session} from '../store.ts';
import {readExitStatus} from './exit-status.ts';
import {createNameMatcher} from './name-matcher.ts';
import type {HasWord, MomentTerm, NumberTerm, Query, TextTerm, TimeSpan, TimeTerm} from './query.ts';
import {createTextMatcher} from './text-matcher.ts';

/** A line that stood on the screen, or was typed. */
export type MomentLine = {readonly kind: 'seen' | 'typed'; readonly text: string};

/**
What each store must answer: does this session match? The stores' own searches are tested against it.

@param session - as a store lists it.
@param query - the search.
@param lines - all that was seen and typed in it. What only audit events tell never matches.
*/
export function isFound(session: Session, query: Query, lines: readonly MomentLine[] = []): boolean {
	switch (query.type) {
		case 'all': {
			return true;
		}

		case 'and': {
			return query.parts.every(part => isFound(session, part, lines));
		}

		case 'or': {
			return query.parts.some(part => isFound(session, part, lines));
		}

		case 'not': {
			return !isFound(session, query.part, lines);
		}

		case 'word': {
			return (['user', 'host'] as const).some(field => createNameMatcher(query.pattern, {field, isBare: true})(session[field]))
				|| isLine(lines, {type: 'moment', field: 'seen', values: [query.pattern]});
		}

		case 'text': {
			return query.values.map(value => createNameMatcher(value, {field: query.field, isBare: false})).some(isNamed => namesOf(session, query.field).some(name => isNamed(name)));
		}

		case 'moment': {
			return isLine(lines, query);
		}

		case 'time': {
			return query.spans.some(span => isInSpan(session, query.field, span));
		}

		case 'number': {
			return isInSpans(session, query);
		}

		case 'has': {
			return query.words.some(word => hasWord(session, word));
		}
	}
}

function namesOf({user, host, rec, tags, auditSession}: Session, field: TextTerm['field']): readonly string[] {
	return {user: [user], host: [host], rec: [rec], tag: tags, session: auditSession === undefined ? [] : [String(auditSession)]}[field];
}

function isLine(lines: readonly MomentLine[], {field, values}: MomentTerm): boolean {
	return values.map(value => createTextMatcher(value)).some(matcher => lines.some(line => line.kind === field && matcher.find(line.text).length > 0));
}

function isInSpan({startedAt, endedAt, state}: Session, field: TimeTerm['field'], {from, to}: TimeSpan): boolean {
	if (startedAt === undefined) {
		return false;
	}

	const isEndsAfter = state === 'live' || (endedAt ?? startedAt) >= from;
	const isStartsBefore = startedAt < to;
	return field === 'since' ? isEndsAfter : (field === 'until' ? isStartsBefore : isEndsAfter && isStartsBefore);
}

function isInSpans({lengthMs, exit}: Session, {field, spans}: NumberTerm): boolean {
	const number = field === 'duration' ? lengthMs : readExitStatus(exit ?? '');
	return number !== undefined && spans.some(({from, to}) => number >= from && number <= to);
}

function hasWord({state, summary, tags, noteCount, audit}: Session, word: HasWord): boolean {
	return {
		gap: (summary?.gaps ?? 0) > 0,
		input: summary?.hasInput ?? false,
		live: state === 'live',
		resize: (summary?.resizes ?? 0) > 0,
		broken: state === 'broken',
		pipe: summary?.isPipe ?? false,
		note: noteCount > 0 || tags.length > 0,
		root: audit?.isRoot ?? false,
		audit: (audit?.events ?? 0) > 0,
	}[word];
}
