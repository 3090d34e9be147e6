import {fold, shortenHost} from './fold.ts';
import {isMatch, makePattern, makeWordPattern} from './pattern.ts';
import type {TextPattern} from './query.ts';
import {createTextMatcher} from './text-matcher.ts';

/** Does a value of `user:`, `host:` and their like mean this name? Words and phrases mean the whole of it. */
export function createNameMatcher(pattern: TextPattern): (name: string) => boolean {
	if (pattern.type === 'regex' || pattern.type === 'fuzzy') {
		const {find} = createTextMatcher(pattern);
		return name => find(name).length > 0;
	}

	const glob = makePattern(pattern);
	return name => isMatch(glob, fold(name));
}

/** Does a bare word mean a user or a host? A word does when a name contains it, a phrase when it is the name or the short host name. */
export function createBareNameMatcher(pattern: TextPattern): (named: {readonly user: string; readonly host: string}) => boolean {
	if (pattern.type !== 'word') {
		const isNamed = createNameMatcher(pattern);
		return ({user, host}) => [user, host, shortenHost(host)].some(name => isNamed(name));
	}

	const glob = makeWordPattern(pattern);
	return ({user, host}) => [user, host].some(name => isMatch(glob, fold(name)));
}
