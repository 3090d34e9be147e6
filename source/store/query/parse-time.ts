import {findNearest} from './find-nearest.ts';
import type {TimeSpan, TimeTerm} from './query.ts';
import {parseMoment} from './parse-moment.ts';
import type {Moment, TimeContext} from './parse-moment.ts';

/** Why a text is not a time; `hint` says what would be. */
export type TimeFault = {readonly fault: 'unknown' | 'backwards' | 'range'; readonly hint: string | undefined};

/**
Read a time or a range of times, e.g. `yesterday 14:00..15:00`, as a span.

A day, a minute, a second named are the whole of it; a range reaches to the end of a day named, and to a clock named. In a range a
bare clock behind the dots is on the day of the start, or on the next when it would be before it.
*/
export function parseTime(written: string, context: TimeContext): TimeSpan | TimeFault {
	const dots = written.indexOf('..');
	if (dots === -1) {
		const moment = parseMoment(written.trim(), context);
		return moment === undefined ? fail(written) : {from: moment.from, to: moment.to, written};
	}

	return parseRange({written, start: written.slice(0, dots).trim(), end: written.slice(dots + 2).trim()}, context);
}

/** What a field asks of the time it was given: `since` and `until` mean where it begins. */
export function boundSpan(field: TimeTerm['field'], span: TimeSpan): TimeSpan {
	return field === 'when' ? span : {...span, from: field === 'since' ? span.from : -Infinity, to: field === 'since' ? Infinity : span.from};
}

type Range = {readonly written: string; readonly start: string; readonly end: string};

function parseRange({written, start, end}: Range, context: TimeContext): TimeSpan | TimeFault {
	const from = start === '' ? undefined : parseMoment(start, context);
	const to = end === '' ? undefined : parseMoment(end, context, from);
	if ((start !== '' && from === undefined) || (end !== '' && to === undefined) || (start === '' && end === '')) {
		return fail(from === undefined && start !== '' ? start : end);
	}

	const span = {from: from?.from ?? -Infinity, to: to === undefined ? Infinity : endOf(to), written};
	return span.from < span.to ? span : {fault: 'backwards', hint: undefined};
}

function endOf(moment: Moment): number {
	return moment.kind === 'day' ? moment.to : moment.from;
}

function fail(text: string): TimeFault {
	if (/^last$/iv.test(text)) {
		return {fault: 'unknown', hint: 'did you mean "last week" or "last month"?'};
	}

	const nearest = findNearest(text, ['now', 'today', 'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'last week', 'last month']);
	return {fault: 'unknown', hint: nearest === undefined ? 'for example yesterday, 2h, 14:00, 2026-11-23 14:00' : `did you mean "${nearest}"?`};
}
