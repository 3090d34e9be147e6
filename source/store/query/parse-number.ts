import {readExitStatus} from './exit-status.ts';
import {parseDuration} from './parse-duration.ts';
import {quoteFound} from './query-error.ts';
import type {NumberSpan, NumberTerm} from './query.ts';
import {nameNext} from './scanner.ts';
import type {Scanner} from './scanner.ts';

/** Read one value of `duration:` or `exit:`: `>10m`, `5m..1h`, `90`, `1..2`, `TERM`. */
export function parseNumber(scanner: Scanner, field: NumberTerm['field']): NumberSpan {
	const start = scanner.offset;
	const written = scanner.match(/"/vy) === '' ? scanner.take(/[^\s"\(\),]+/vy) : scanner.takeQuoted().trim();
	const span = readSpan(field, written);
	if (typeof span === 'object') {
		return {...span, written};
	}

	const found = written === '' ? nameNext(scanner) : quoteFound(written);
	const length = Math.max(1, scanner.offset - start);
	return scanner.fail(span === 'backwards'
		? {offset: start, length, message: `the range ${found} ends before it starts`, hint: 'write the smaller one first'}
		: {offset: start, length, message: `expected ${expectations[field].expected} after "${field}:", found ${found}`, hint: expectations[field].hint});
}

const expectations = {
	duration: {expected: 'a length of time', hint: 'for example >10m, 5m..1h, 90 (seconds)'},
	exit: {expected: 'an exit status or a signal', hint: 'for example 0, >0, 1..2, TERM'},
};

type Bounds = Omit<NumberSpan, 'written'>;

function readSpan(field: NumberTerm['field'], written: string): Bounds | 'backwards' | undefined {
	const compared = /^(?<sign>[<>]=?)(?<value>.*)$/v.exec(written)?.groups;
	if (compared !== undefined) {
		const value = readValue(field, compared.value ?? '');
		return value === undefined ? undefined : compare(compared.sign ?? '', value.from);
	}

	const dots = written.indexOf('..');
	return dots === -1 ? readValue(field, written) : readRange(field, written.slice(0, dots), written.slice(dots + 2));
}

function compare(sign: string, value: number): Bounds {
	return sign.startsWith('>')
		? {from: sign === '>' ? value + 1 : value, to: Infinity}
		: {from: -Infinity, to: sign === '<' ? value - 1 : value};
}

function readRange(field: NumberTerm['field'], start: string, end: string): Bounds | 'backwards' | undefined {
	const from = readValue(field, start)?.from;
	const to = readValue(field, end)?.from;
	if ((start !== '' && from === undefined) || (end !== '' && to === undefined) || (start === '' && end === '')) {
		return undefined;
	}

	const span = {from: from ?? -Infinity, to: to ?? Infinity};
	return span.from <= span.to ? span : 'backwards';
}

/** A length named is as exact as it was written: `10m` is all that a clock of minutes shows as ten. */
function readValue(field: NumberTerm['field'], text: string): Bounds | undefined {
	if (field === 'exit') {
		const status = readExitStatus(text);
		return status === undefined ? undefined : {from: status, to: status};
	}

	const duration = parseDuration(/^[\d.]+$/v.test(text) ? `${text}s` : text.toLowerCase());
	return duration === undefined ? undefined : {from: duration.lengthMs, to: duration.lengthMs + duration.unitMs - 1};
}
