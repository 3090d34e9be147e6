import {shortenRec} from '../address.ts';
import {fold, shortenHost} from './fold.ts';
import {isMatch, makePattern, makeWordPattern} from './pattern.ts';
import type {TextPattern, TextTerm} from './query.ts';
import {createTextMatcher} from './text-matcher.ts';

/**
Does a pattern mean a name?

Words and phrases in the value of a field mean the whole of the name, or of its short form. A bare word (`isBare`) is found anywhere in it.
Similar words and regular expressions are found anywhere, too.
*/
export function createNameMatcher(pattern: TextPattern, {field, isBare}: {readonly field: TextTerm['field']; readonly isBare: boolean}): (name: string) => boolean {
	if (pattern.type === 'regex' || pattern.type === 'fuzzy') {
		const {find} = createTextMatcher(pattern);
		return name => listSpellings(field, name).some(spelling => find(spelling).length > 0);
	}

	const glob = isBare ? makeWordPattern(pattern) : makePattern(pattern);
	return name => listSpellings(field, name).some(spelling => isMatch(glob, fold(spelling)));
}

/** A name as it is recorded and as people shorten it. */
function listSpellings(field: TextTerm['field'], name: string): readonly string[] {
	return field === 'host' ? [name, shortenHost(name)] : (field === 'rec' ? [name, shortenRec(name)] : [name]);
}
