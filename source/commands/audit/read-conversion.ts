import type {DocumentSize} from '../../format/audit/aushape/create-documents.ts';
import {UserError} from '../../user-error.ts';
import {auditPage} from './audit-page.ts';
import {readPriority} from './read-priority.ts';

/** What a log is to become, as the options say. */
export type Conversion = {
	readonly format: 'aushape' | 'ndjson' | 'ecs';
	readonly language: 'json' | 'xml';
	readonly documentSize: DocumentSize;
	readonly layout: {readonly foldLevel: number; readonly indentSize: number};
	/** Infinity for any. */
	readonly mostBytes: number;
	readonly hasText: boolean;
	/** `-` for standard output. */
	readonly output: {readonly type: 'file'; readonly file: string} | {readonly type: 'syslog'; readonly priority: number};
	readonly passwdFile: string;
	readonly groupFile: string;
};

export type ConversionFlags = {
	readonly format: string;
	readonly lang: string;
	readonly eventsPerDoc: string;
	readonly maxEventSize: string;
	readonly withText: boolean;
	readonly fold: string;
	readonly indent: string;
	readonly output: string;
	readonly file: string;
	readonly syslogFacility: string;
	readonly syslogPriority: string;
	readonly passwd: string;
	readonly group: string;
};

/**
Read what the options say.

@throws {UserError} when an option's value is none.
*/
export function readConversion(flags: ConversionFlags): Conversion {
	const priority = readPriority(flags.syslogFacility, flags.syslogPriority);
	return {
		format: readFormat(flags),
		language: readLanguage(flags.lang),
		documentSize: readDocumentSize(flags.eventsPerDoc),
		layout: {foldLevel: readFold(flags.fold), indentSize: readCount('indent', flags.indent)},
		mostBytes: readSize(flags.maxEventSize),
		hasText: flags.withText,
		output: flags.output === 'syslog' ? {type: 'syslog', priority} : {type: 'file', file: flags.file},
		passwdFile: flags.passwd,
		groupFile: flags.group,
	};
}

/** A line an event has a layout of its own: what else is asked for would not be done. */
function readFormat(flags: ConversionFlags): Conversion['format'] {
	const {format} = flags;
	if (format !== 'aushape' && format !== 'ndjson' && format !== 'ecs') {
		throw wrong('format', format, 'aushape, ndjson or ecs');
	}

	const {lang, fold, indent} = auditPage.options;
	const asked = [
		['lang', flags.lang, lang.default],
		['fold', flags.fold, fold.default],
		['indent', flags.indent, indent.default],
		['events-per-doc', flags.eventsPerDoc, auditPage.options['events-per-doc'].default],
		...(format === 'ecs' ? [['max-event-size', flags.maxEventSize, auditPage.options['max-event-size'].default]] : []),
	].find(([, value, usual]) => format !== 'aushape' && value !== usual);
	if (asked !== undefined) {
		throw new UserError(`audit: --${asked[0]} is not for --format ${format}, which prints a line for each event`);
	}

	return format;
}

function readLanguage(word: string): 'json' | 'xml' {
	const language = word.toLowerCase();
	if (language !== 'json' && language !== 'xml') {
		throw wrong('lang', word, 'json or xml');
	}

	return language;
}

function readDocumentSize(word: string): DocumentSize {
	const lower = word.toLowerCase();
	if (lower === 'all' || lower === 'none') {
		return {type: lower};
	}

	if (!/^[+\-]?\d{1,15}$/v.test(word)) {
		throw wrong('events-per-doc', word, 'all, none or a whole number');
	}

	const number = Number(word);
	if (number === 0) {
		return {type: 'none'};
	}

	return number < 0 ? {type: 'bytes', most: -number} : {type: 'events', most: number};
}

function readFold(word: string): number {
	const lower = word.toLowerCase();
	if (lower === 'none') {
		return Infinity;
	}

	return lower === 'all' ? 0 : readCount('fold', word);
}

function readCount(name: string, word: string): number {
	if (!/^\d{1,4}$/v.test(word)) {
		throw wrong(name, word, `a whole number${name === 'fold' ? ', all or none' : ''}`);
	}

	return Number(word);
}

function readSize(word: string): number {
	if (word.toLowerCase() === 'unlimited') {
		return Infinity;
	}

	const groups = /^(?<number>\d{1,12})(?<unit>[km]?)$/iv.exec(word)?.groups;
	const size = Number(groups?.number ?? NaN) * (units.get(groups?.unit?.toLowerCase() ?? '') ?? 1);
	if (!(size >= leastBytes)) {
		throw wrong('max-event-size', word, 'unlimited, or 1024 bytes or more as N, Nk or Nm');
	}

	return size;
}

function wrong(name: string, found: string, expected: string): UserError {
	return new UserError(`audit: --${name} is "${found}", expected ${expected}`);
}

const units: ReadonlyMap<string, number> = new Map([['', 1], ['k', 1024], ['m', 1024 * 1024]]);
const leastBytes = 1024; // As aushape: less has no room for an event's head and its error.
