import {shortenRec} from '../address.ts';
import type {Session} from '../store.ts';
import {fold, shortenHost} from './fold.ts';
import {isMatch, makePattern, makeWordPattern} from './pattern.ts';
import type {Query, TextTerm, TimeTerm} from './query.ts';

/** What each store must answer: does this session match? The stores' own searches are tested against it. */
export function isFound(session: Session, query: Query): boolean {
	switch (query.type) {
		case 'all': {
			return true;
		}

		case 'and': {
			return query.parts.every(part => isFound(session, part));
		}

		case 'or': {
			return query.parts.some(part => isFound(session, part));
		}

		case 'not': {
			return !isFound(session, query.part);
		}

		case 'word': {
			const pattern = makeWordPattern(query.text);
			const names = [session.user, session.host, ...query.text.isQuoted ? [shortenHost(session.host)] : []];
			return names.some(name => isMatch(pattern, fold(name)));
		}

		case 'text': {
			return namesOf(session, query.field).some(name => query.values.some(value => isMatch(makePattern(value), fold(name))));
		}

		case 'time': {
			return query.spans.some(span => isInSpan(session, query.field, span));
		}
	}
}

function namesOf({user, host, rec}: Session, field: TextTerm['field']): readonly string[] {
	return {user: [user], host: [host, shortenHost(host)], rec: [rec, shortenRec(rec)]}[field];
}

function isInSpan({startedAt, endedAt, state}: Session, field: TimeTerm['field'], {from, to}: TimeTerm['spans'][number]): boolean {
	if (startedAt === undefined) {
		return false;
	}

	const isEndsAfter = state === 'live' || (endedAt ?? startedAt) >= from;
	const isStartsBefore = startedAt < to;
	return field === 'since' ? isEndsAfter : (field === 'until' ? isStartsBefore : isEndsAfter && isStartsBefore);
}
