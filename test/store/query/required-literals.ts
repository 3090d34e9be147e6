import test from 'ava';
import fc from 'fast-check';
import {fold} from '../../../source/store/query/fold.ts';
import {compileRegex} from '../../../source/store/query/check-regex.ts';
import type {TextPattern} from '../../../source/store/query/query.ts';
import {listRegexLiterals} from '../../../source/store/query/regex-literals.ts';
import {listRequiredLiterals} from '../../../source/store/query/required-literals.ts';
import {createTextMatcher} from '../../../source/store/query/text-matcher.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {arbitraryPattern} from '../../helpers/arbitrary-query.ts';

const examples: ReadonlyArray<readonly [pattern: TextPattern, literals: readonly string[]]> = [
	[{type: 'word', text: 'Nginx'}, ['nginx']],
	[{type: 'word', text: 'perm*deni?d'}, ['perm', 'deni']],
	[{type: 'word', text: String.raw`a\*b\?c`}, ['a*b?c']],
	[{type: 'word', text: 'ls'}, []],
	[{type: 'phrase', text: 'Permission  denied by café'}, ['permission', 'denied', 'cafe']],
	[{type: 'fuzzy', text: 'sudo restart'}, []],
	[{type: 'fuzzy', text: 'git'}, ['git']],
];

for (const [pattern, literals] of examples) {
	test(`a line must contain ${literals.join(' and ') || 'nothing'}: ${JSON.stringify(pattern)}`, t => {
		t.deepEqual(listRequiredLiterals(pattern), literals);
	});
}

const regexes: ReadonlyArray<readonly [source: string, isIgnoringCase: boolean, literals: readonly string[]]> = [
	['^rm .*-rf?', false, ['rm ']],
	['Permission denied', false, ['permission denied']],
	['nginx.*(failed|emerg)', false, ['nginx']],
	['foo|barbaz', false, []],
	['(?:open|close)d the file', false, ['d the file']],
	['(sudo)+ (?<what>reboot)?', false, ['sudo']],
	['(apt(-get)? install){0,2}', false, []],
	['abcd+efg', false, ['abcd', 'defg']],
	['abcd*efg', false, ['abc', 'efg']],
	['abcd{2,}efg', false, ['abcd', 'defg']],
	[String.raw`\/etc\/passwd`, false, ['/etc/passwd']],
	[String.raw`\bsudo\b \w+ \x41\u{42}lock`, false, ['sudo ', 'lock']],
	[String.raw`\p{L}ock[abc\]def]xyz`, false, ['ock', 'xyz']],
	['(?i:Foo)bar', false, ['bar']],
	['cafés', true, ['caf']],
	['cafés', false, ['cafes']],
	['.*', false, []],
];

for (const [source, isIgnoringCase, literals] of regexes) {
	test(`a regular expression asks for ${literals.join(' and ') || 'nothing'}: /${source}/${isIgnoringCase ? 'i' : ''}`, t => {
		t.notThrows(() => compileRegex(source, isIgnoringCase));
		t.deepEqual(listRequiredLiterals({type: 'regex', source, isIgnoringCase}), literals);
	});
}

/** Regular expressions of every kind that is let through, most of them short enough to match. */
const {source} = fc.letrec<{source: string}>(tie => ({
	source: fc.oneof(
		{maxDepth: 3},
		fc.constantFrom('abc', 'abcd', 'É', 'k', 'ß', 's', '.', '[abc]', '[^a]', String.raw`\w`, String.raw`\.`, String.raw`\/`, '^', '$', String.raw`\b`, 'ſ', 'Σ', 'ι'),
		fc.tuple(tie('source'), tie('source')).map(parts => parts.join('')),
		fc.tuple(tie('source'), tie('source')).map(parts => `(?:${parts.join('|')})`),
		fc.tuple(fc.constantFrom('(?:', '(', '(?i:'), tie('source'), fc.constantFrom('', '*', '+', '?', '{0,2}', '{2}', '{1,}?')).map(([open, part, count]) => `${open}${part})${count}`),
	),
}));

const line = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd', 'abc', 'abcd', 'ABC', 'K', '\u{212A}', 'S', 'ſ', 'ς', 'σ', 'É', 'E\u{301}', 'ẞ', '\u{345}', '.', '/', ' '), maxLength: 12});

test('what a regular expression asks for is in every line where it is found', t => {
	let foundCount = 0;
	checkProperty(t, fc.property(source, fc.boolean(), line, (regex, isIgnoringCase, text) => {
		if (!compileRegex(regex, isIgnoringCase).test(text)) {
			return true;
		}

		foundCount++;
		return listRegexLiterals(regex, isIgnoringCase).every(literal => fold(text).includes(fold(literal)));
	}), {numRuns: 5000});
	t.true(foundCount > 500);
});

test('what a pattern asks for is in every line where it is found', t => {
	checkProperty(t, fc.property(arbitraryPattern, fc.string({unit: fc.constantFrom('a', 'b', 'É', 'e', 'ß', ' ', '.', '1', '/', '*', '?', ',', 'ab', 'a b'), maxLength: 10}), (pattern, text) => {
		const isFound = createTextMatcher(pattern).find(text).length > 0;
		return !isFound || listRequiredLiterals(pattern).every(literal => fold(text).includes(literal));
	}), {numRuns: 3000});
});
