import {findCompletionPlace} from './completion-place.ts';
import type {CompletionPlace} from './completion-place.ts';
import {fieldTable, findField, wordTable} from './field-table.ts';
import type {Field, FieldNeed} from './field-table.ts';
import {fold} from './fold.ts';
import {listNumbers, listTimes} from './known-values.ts';
import type {Candidate} from './known-values.ts';
import {printText} from './print-text.ts';
import type {Capability} from './refuse-missing.ts';

/** What a search may be completed with. */
export type CompletionFacts = {
	readonly users: readonly string[];
	readonly hosts: readonly string[];
	readonly tags: readonly string[];
	/** Of the store that is to answer; without them all but audit events are taken for granted. */
	readonly capabilities?: readonly Capability[];
};

/** Put a candidate's text in place of `from` (included) to `to` (excluded), in UTF-16 units of the search. */
export type Completion = {
	readonly from: number;
	readonly to: number;
	/** The best first, at most 50. */
	readonly candidates: readonly Candidate[];
};

/**
Find what may stand at the cursor: fields, `has:` words, times, lengths, exit statuses, and names from the facts.

@param text - the search, finished or not.
@param cursor - in UTF-16 units of it.
@param facts - names as recorded.
*/
export function completeQuery(text: string, cursor: number, facts: CompletionFacts): Completion {
	if (text.length > charactersRead) {
		return {from: cursor, to: cursor, candidates: []};
	}

	const place = findCompletionPlace(text.slice(0, cursor));
	const rest = place.isQuoted ? /^[^"]*"?/v : (place.field === 'none' ? /^[\w\-]*:?/v : /^[^\s"\(\),]*/v);
	const to = cursor + (rest.exec(text.slice(cursor))?.[0].length ?? 0);
	const offset = place.isQuoted ? 0 : findOffset(place);
	const candidates = listCandidates({...place, typed: place.typed.slice(offset), isBound: offset > 0}, facts);
	return {from: place.from + offset, to, candidates: candidates.slice(0, candidatesShown)};
}

const candidatesShown = 50;
/** A longer search is refused anyway. */
const charactersRead = 4096;

/** Of a range or a comparison, what stands behind the sign is completed. */
function findOffset({field, typed}: CompletionPlace): number {
	const isSpan = typeof field === 'object' && (field.type === 'time' || field.type === 'number');
	return isSpan ? /^(?:.*\.\.|[<>]=?)/sv.exec(typed)?.[0].length ?? 0 : 0;
}

/** `isBound`: behind the sign of a range or a comparison. */
type Typed = Omit<CompletionPlace, 'from'> & {readonly isBound: boolean};

function listCandidates({field, ...typed}: Typed, facts: CompletionFacts): readonly Candidate[] {
	if (field === 'unknown' || (field === 'none' && typed.isQuoted)) {
		return [];
	}

	return field === 'none' ? listBare(typed.typed, facts) : listValues(field, typed, facts);
}

/** Fields, and with a letter typed also the names that a bare word would find, and operators. */
function listBare(typed: string, facts: CompletionFacts): readonly Candidate[] {
	const fields = fieldTable.filter(row => isAnswered(row, facts)).map(({name, help}) => ({text: `${name}:`, help}));
	const named = (['user', 'host'] as const).flatMap(name => listNames(typed, {name, isQuoted: false}, facts).map(({text, help}) => ({text: `${name}:${text}`, help})));
	const operators = [{text: 'not', help: 'the others'}, {text: 'or', help: 'one of both'}];
	return [...pick(typed, fields), ...typed === '' ? [] : [...named, ...pick(typed, operators)]];
}

function isAnswered({needs}: {readonly needs?: FieldNeed}, {capabilities}: CompletionFacts): boolean {
	return needs === undefined || capabilities === undefined || capabilities.includes(needs);
}

function listValues(field: Field, {typed, isQuoted, isBound}: Omit<Typed, 'field'>, facts: CompletionFacts): readonly Candidate[] {
	switch (field.type) {
		case 'text': {
			return listNames(typed, {name: field.name, isQuoted}, facts);
		}

		case 'time': {
			return pick(typed, listTimes(typed));
		}

		case 'number': {
			return pick(typed, listNumbers(field.name, typed).filter(({text}) => !isBound || !/^[<>]/v.test(text)));
		}

		case 'has': {
			return pick(typed, wordTable.filter(row => isAnswered(row, facts)).map(({name, help}) => ({text: name, help})));
		}

		case 'moment': {
			return [];
		}
	}
}

/** Names that begin with what was typed, then those that have it elsewhere. */
function listNames(typed: string, {name, isQuoted}: {readonly name: string; readonly isQuoted: boolean}, facts: CompletionFacts): readonly Candidate[] {
	const known = {user: facts.users, host: facts.hosts, tag: facts.tags}[name] ?? [];
	const folded = fold(typed.replaceAll(/\\(?=.)/gsv, ''));
	const found = known.filter(text => text !== '' && fold(text).includes(folded));
	const ranked = [...found.filter(text => fold(text).startsWith(folded)), ...found.filter(text => !fold(text).startsWith(folded))];
	return ranked.map(text => ({text: printName(text, isQuoted), help: findField(name)?.help ?? ''}));
}

function printName(text: string, isQuoted: boolean): string {
	return isQuoted || /\s/v.test(text)
		? printText({type: 'phrase', text}, {isValue: true})
		: printText({type: 'word', text: text.replaceAll(/[*?\\]/gv, String.raw`\$&`)}, {isValue: true});
}

function pick(typed: string, candidates: readonly Candidate[]): readonly Candidate[] {
	return candidates.filter(({text}) => text.toLowerCase().startsWith(typed.toLowerCase()));
}
