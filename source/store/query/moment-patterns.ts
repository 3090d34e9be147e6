import type {MomentTerm, Query, TextPattern} from './query.ts';

/** What a hit of a search is: a line of one of the kinds in which the pattern is found, or an event that tells it, at a time that all of `times` allow. */
export type MomentPattern = {
	readonly pattern: TextPattern;
	readonly kinds: readonly MomentKind[];
	/** Of what audit events tell: the term that asks for this pattern alone. */
	readonly term?: MomentTerm;
	/** Searches of time terms only. */
	readonly times: readonly Query[];
};

export type MomentKind = Exclude<MomentTerm['field'], 'as'>;

/** The patterns to mark and to count as moments: those of `seen:`, `typed:`, `cmd:`, `file:`, `net:` and bare words that are not under `not`. */
export function listMomentPatterns(query: Query): readonly MomentPattern[] {
	return listPatterns(query, []);
}

/** First and last instant of something, epoch milliseconds. */
export type Stay = {readonly fromAt: number; readonly untilAt: number};

/** True for what the time terms around a pattern allow. */
export function isInTimes(times: readonly Query[], stay: Stay): boolean {
	return times.every(query => isInTime(query, stay));
}

/** A time bounds the moments of what stands beside it, not of what stands in another part of an `or`. */
function listPatterns(query: Query, times: readonly Query[]): readonly MomentPattern[] {
	switch (query.type) {
		case 'and': {
			const bounded = [...times, ...query.parts.filter(part => isTimeOnly(part))];
			return query.parts.flatMap(part => listPatterns(part, bounded));
		}

		case 'or': {
			return query.parts.flatMap(part => listPatterns(part, times));
		}

		case 'word': {
			return [{pattern: query.pattern, kinds: ['seen'], times}];
		}

		case 'moment': {
			const {field} = query;
			if (field === 'as') {
				return []; // Who ran a command is no moment: the command is.
			}

			const isLine = field === 'seen' || field === 'typed';
			return query.values.map(pattern => ({pattern, kinds: [field], ...!isLine && {term: {...query, values: [pattern]}}, times}));
		}

		case 'all':
		case 'not':
		case 'text':
		case 'time':
		case 'number':
		case 'has': {
			return [];
		}
	}
}

function isTimeOnly(query: Query): boolean {
	return query.type === 'time'
		|| (query.type === 'not' && isTimeOnly(query.part))
		|| ((query.type === 'and' || query.type === 'or') && query.parts.every(part => isTimeOnly(part)));
}

function isInTime(query: Query, stay: Stay): boolean {
	switch (query.type) {
		case 'and': {
			return query.parts.every(part => isInTime(part, stay));
		}

		case 'or': {
			return query.parts.some(part => isInTime(part, stay));
		}

		case 'not': {
			return !isInTime(query.part, stay);
		}

		default: {
			return query.type !== 'time' || query.spans.some(({from, to}) => stay.untilAt >= from && stay.fromAt < to);
		}
	}
}
