import {isClock, isDayName, isDuration, isMonth} from './parse-moment.ts';
import type {TimeContext} from './parse-moment.ts';
import {boundSpan, parseTime} from './parse-time.ts';
import {quoteFound} from './query-error.ts';
import type {TimeSpan, TimeTerm} from './query.ts';
import {nameNext} from './scanner.ts';
import type {Scanner} from './scanner.ts';

/** Read one value of a time field, with the words that belong to it: `2h ago`, `yesterday 14:00..15:00`, `23 nov`. */
export function parseTimeValue(scanner: Scanner, field: TimeTerm['field'], context: TimeContext): TimeSpan {
	const start = scanner.offset;
	const written = (scanner.match(/"/vy) === '' ? takeWords(scanner) : scanner.takeQuoted()).trim().replaceAll(/\s+/gv, ' ');
	const found = written === '' ? nameNext(scanner) : quoteFound(written);
	const length = Math.max(1, scanner.offset - start);
	if (field !== 'when' && written.includes('..')) {
		scanner.fail({offset: start, length, message: `expected one time after "${field}:", found the range ${found}`, hint: `write when:${written}`});
	}

	const span = parseTime(written, context);
	if ('fault' in span) {
		scanner.fail(span.fault === 'backwards'
			? {offset: start, length, message: `the range ${found} ends before it starts`, hint: 'write the earlier time first'}
			: {offset: start, length, message: `expected a time after "${field}:", found ${found}`, hint: span.hint});
	}

	return boundSpan(field, span);
}

/**
True when a word behind a time belongs to it: a clock behind a day, a month behind a number, `ago` behind a duration.

Of a range, `2h ago..now`, what counts is the time behind the dots and the part of the word before them.
*/
export function isTimeContinued(written: string, word: string): boolean {
	const side = written.slice(written.lastIndexOf('..') + 1).replace(/^\./v, '');
	const next = word.split('..', 1)[0] ?? '';
	return (isDayName(side) && isClock(next))
		|| (/^\d{1,2}$/v.test(side) && isMonth(next))
		|| (isDuration(side) && /^ago$/iv.test(next))
		|| (/^last$/iv.test(side) && /^(?:week|month)$/iv.test(next));
}

const timeWord = /[^\s"\(\),]+/vy;

function takeWords(scanner: Scanner): string {
	let written = scanner.take(timeWord);
	for (;;) {
		const next = scanner.match(/\s+[^\s"\(\),]+/vy);
		if (next === '' || !isTimeContinued(written, next.trim())) {
			return written;
		}

		scanner.offset += next.length;
		written += ` ${next.trim()}`;
	}
}
