import {fieldNames, findField, wordNames} from './field-table.ts';
import type {Field} from './field-table.ts';
import {findNearest} from './find-nearest.ts';
import type {TimeContext} from './parse-moment.ts';
import {parseList} from './parse-list.ts';
import {parseNumber} from './parse-number.ts';
import {parsePeer} from './parse-peer.ts';
import {parseText} from './parse-text.ts';
import type {TextPlace} from './parse-text.ts';
import {parseTimeValue} from './parse-time-value.ts';
import {quoteFound} from './query-error.ts';
import type {HasWord, MomentTerm, Term, TextPattern, TextTerm} from './query.ts';
import {nameNext} from './scanner.ts';
import type {Scanner} from './scanner.ts';
import {placeTerm} from './term-place.ts';

/** What the terms of one search share; `countValue` fails when there are too many. */
export type TermState = {
	readonly scanner: Scanner;
	readonly context: TimeContext;
	readonly countValue: (offset: number) => void;
};

/** Read a term, `user:alice` or a bare word, and note where it stands. */
export function parseTerm(state: TermState): Term {
	const {scanner} = state;
	const {offset} = scanner;
	const named = scanner.take(/[a-z][\w\-]*:/ivy).slice(0, -1);
	const term = named === '' ? parseWord(state) : parseField(state, findField(named) ?? refuseField(scanner, named, offset));
	return placeTerm(term, {text: scanner.text, offset, length: scanner.offset - offset});
}

function parseWord({scanner, countValue}: TermState): Term {
	countValue(scanner.offset);
	return {type: 'word', pattern: parseText(scanner, {expected: 'a word, a field or "("', isValue: false})};
}

function refuseField(scanner: Scanner, named: string, offset: number): never {
	const nearest = findNearest(named, fieldNames);
	const hint = nearest === undefined ? String.raw`known are ${fieldNames.join(', ')}; write ${named}\: for the text itself` : `did you mean "${nearest}:"?`;
	return scanner.fail({offset, length: named.length, message: `unknown field ${quoteFound(named)}`, hint});
}

function parseField({scanner, context, countValue}: TermState, field: Field): Term {
	const {type, name} = field;

	function parseValues<Value>(parseValue: () => Value): readonly Value[] {
		return parseList(scanner, name, () => {
			countValue(scanner.offset);
			return parseValue();
		});
	}

	switch (type) {
		case 'text': {
			return {type, field: name, values: parseValues(() => parseName(scanner, name))};
		}

		case 'moment': {
			const access = name === 'file' ? parseAccess(scanner) : {};
			return {type, field: name, ...access, values: parseValues(() => name === 'net' ? parsePeerText(scanner) : parseText(scanner, {...placeOf(name), isPath: name === 'file'}))};
		}

		case 'time': {
			return {type, field: name, spans: parseValues(() => parseTimeValue(scanner, name, context))};
		}

		case 'number': {
			return {type, field: name, spans: parseValues(() => parseNumber(scanner, name))};
		}

		case 'has': {
			return {type, words: parseValues(() => parseHasWord(scanner))};
		}
	}
}

function placeOf(name: Field['name']): TextPlace {
	return {expected: `a value after "${name}:"`, isValue: true};
}

/** Names may be empty. Audit sessions are numbers: what else is asked for is meant for another field. */
function parseName(scanner: Scanner, name: TextTerm['field']): TextPattern {
	const {offset} = scanner;
	const pattern = parseText(scanner, {...placeOf(name), isNameable: true});
	const text = pattern.type === 'regex' ? '' : pattern.text;
	if (name === 'session' && pattern.type !== 'regex' && !/^[\d*?]+$/v.test(text)) {
		const length = scanner.offset - offset;
		scanner.fail({offset, length, message: `expected the number of an audit session after "session:", found ${quoteFound(text)}`, hint: 'the name of a recording goes after "rec:"'});
	}

	return pattern;
}

/** What cannot be a peer would only ever find nothing. */
function parsePeerText(scanner: Scanner): TextPattern {
	const {offset} = scanner;
	const pattern = parseText(scanner, placeOf('net'));
	const peer = pattern.type === 'word' || pattern.type === 'phrase' ? parsePeer(pattern.text) : undefined;
	if (peer !== undefined && 'fault' in peer) {
		const length = scanner.offset - offset;
		scanner.fail({offset, length, message: `${peer.fault} after "net:", found ${quoteFound(scanner.text.slice(offset, offset + length))}`, hint: peer.hint});
	}

	return pattern;
}

function parseAccess(scanner: Scanner): Pick<MomentTerm, 'access'> {
	const access = scanner.take(/[rw]:/ivy).toLowerCase();
	return access === '' ? {} : {access: access === 'r:' ? 'r' : 'w'};
}

function parseHasWord(scanner: Scanner): HasWord {
	const {offset} = scanner;
	const word = scanner.match(/"/vy) === '' ? scanner.take(/[^\s"\(\),]+/vy) : scanner.takeQuoted();
	const known = wordNames.find(name => name === word.toLowerCase());
	if (known !== undefined) {
		return known;
	}

	const nearest = word === '' ? undefined : findNearest(word, wordNames);
	return scanner.fail({
		offset,
		length: Math.max(1, scanner.offset - offset),
		message: word === '' ? `expected a word after "has:", found ${nameNext(scanner)}` : `unknown word ${quoteFound(word)} after "has:"`,
		hint: nearest === undefined ? `known are ${wordNames.join(', ')}` : `did you mean "${nearest}"?`,
	});
}
