import test from 'ava';
import fc from 'fast-check';
import {fold} from '../../../source/store/query/fold.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import type {TextPattern} from '../../../source/store/query/query.ts';
import {createTextMatcher} from '../../../source/store/query/text-matcher.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {arbitraryPattern, queryContext} from '../../helpers/arbitrary-query.ts';

function readPattern(text: string): TextPattern {
	const query = parseQuery(`seen:${text}`, queryContext);
	if (query.type !== 'moment' || query.values[0] === undefined) {
		throw new TypeError(`not one pattern: ${text}`);
	}

	return query.values[0];
}

/** The line with what is found in brackets. */
function mark(text: string, line: string): string {
	const ranges = createTextMatcher(readPattern(text)).find(line);
	let marked = '';
	let end = 0;
	for (const {from, to} of ranges) {
		marked += `${line.slice(end, from)}[${line.slice(from, to)}]`;
		end = to;
	}

	return marked + line.slice(end);
}

const examples: ReadonlyArray<readonly [title: string, pattern: string, marked: string]> = [
	['a word is found where a word begins with it', 'nginx', '/usr/sbin/[nginx]-x [NGINX] [nginx]d xnginx'],
	['an underscore parts words', 'bar', 'foo_[bar] foobar'],
	['a number is a word, too', '80', ':[80] [80]80 a80'],
	['what begins with a sign is found anywhere', '/etc', '/usr[/etc]/nginx[/etc]'],
	['what begins with a sign is found anywhere, in a word of signs, too', '--', 'a[--]b [--][--]'],
	['accents and case do not matter', 'cafe', '[Café] [CAFE\u{301}]s [ｃａｆｅ]'],
	['the pattern is folded, too', 'CAFÉ', '[cafe] [Café]'],
	['a letter that folds to two is marked whole', 'fi', '[ﬁ]n [fi]n'],
	['half of a folded letter marks it whole', '*i', '[ﬁ]n'],
	['sigma at the end of a word is sigma', 'οδοσ', '[ΟΔΟΣ] [οδος]'],
	['characters beyond the first plane keep the places', 'b', '😀[b] 𝒜 [b]'],
	['both halves of a folded letter mark it once', '*?', '[ﬁ][a]'],
	['a star in front finds parts of words', '*ermis*', 'P[ermis]sion d[ermis]'],
	['a star inside stays in one word', 're*rt', '[restart] re rt [rert]x'],
	['two stars are one', 'a**b', '[axb]'],
	['a question mark is one character that is no blank', 'w?b', '[web] wb w b [w-b]'],
	['a question mark in front begins a word', '?oot', '[root] xroot [/oot]'],
	['an astral character is one', 'a?c', '[a😀c]'],
	['a star alone is each run without blanks', '*', '[ab] [c]'],
	['an escaped star is a star', String.raw`a\*`, '[a*]b ab'],
	['an escaped blank is a blank', String.raw`a\ b*d`, '[a bcd] a bc d'],
	['a phrase is whole words', '"test failed"', '[test failed], test failedx, atest failed'],
	['any run of blanks is a blank', '"test failed"', '[test \t failed] [TEST\u{A0}failed]'],
	['a phrase has no wildcards', '"a*b"', '[a*b] axb'],
	['a phrase of signs is found anywhere', '"->"', 'a[->]b'],
	['blanks at the ends of a phrase say nothing', '" sudo "', '[sudo]'],
	['a regular expression heeds case', '/fail(ed|ure)/', '[failed] Failed [failure]'],
	['but not with an i', '/fail(ed|ure)/i', '[failed] [Failed]'],
	['a regular expression sees accents', '/caf./', '[café] [cafe]'],
	['a regular expression knows where the line begins and ends', '/^rm .*$/', '[rm -rf /]'],
	['a similar word has one letter more', '~resart', '[restart] [resart] restarted'],
	['a similar word has two letters swapped', '~gerp', '[grep] [gerp] group'],
	['a similar short word is the word', '~git', '[git] [GIT] got'],
	['a similar long word has two letters wrong', '~authentication', '[autentikation] [authentication] authorization'],
	['similar words follow each other', '~nginx.conf', '/etc/[nginx.cnf] nginx [ngnx/conf]'],
	['a line without it is left alone', 'sudo', 'su do'],
];

for (const [title, pattern, marked] of examples) {
	test(`${title}: ${pattern} in ${marked}`, t => {
		t.is(mark(pattern, marked.replaceAll(/[\[\]]/gv, '')), marked);
	});
}

test('a regular expression that finds no text finds the line', t => {
	const {find} = createTextMatcher(readPattern('/x*/'));
	t.deepEqual(find('abc'), [{from: 0, to: 0}]);
	t.deepEqual(find('abxx'), [{from: 2, to: 4}]);
	t.deepEqual(createTextMatcher(readPattern('/^$/')).find('a'), []);
});

test('of very many places in a line a thousand are told', t => {
	t.is(createTextMatcher(readPattern('*a')).find('a'.repeat(5000)).length, 1000);
	t.is(createTextMatcher(readPattern('/a/')).find('a'.repeat(5000)).length, 1000);
});

test('a pattern of many wildcards is answered on the longest line', t => {
	const line = 'ab'.repeat(25_000);
	t.deepEqual(createTextMatcher({type: 'word', text: `${'a*'.repeat(50)}x`}).find(line), []);
	t.deepEqual(createTextMatcher({type: 'word', text: `${'?*'.repeat(10)}x`}).find(line), []);
	t.is(createTextMatcher({type: 'phrase', text: 'ab '.repeat(1000)}).find('ab '.repeat(50_000)).length, 50);
});

/** Signs that fold, part words, and mean something in patterns. */
const lines = fc.string({unit: fc.constantFrom('a', 'b', 'É', 'e\u{301}', 'ﬁ', 'ß', '1', ' ', '\u{A0}', '-', '.', '*', '?', '\\', '😀', 'ς', '\u{301}', '\u{200B}'), maxLength: 12});

test('what is found stands in the line, in order, and is whole characters', t => {
	checkProperty(t, fc.property(arbitraryPattern, lines, (pattern, line) => {
		const ranges = createTextMatcher(pattern).find(line);
		return ranges.every(({from, to}, index) => from >= (ranges[index - 1]?.to ?? 0) && to >= from && to <= line.length && line.slice(from, to).isWellFormed());
	}), {numRuns: 3000});
});

test('a word or a phrase is found just where a slower search finds it', t => {
	let foundCount = 0;
	const pattern = fc.oneof(
		fc.string({unit: fc.constantFrom('a', 'b', 'É', 'f', '1', '-', '*', '?', String.raw`\*`, ' '), minLength: 1, maxLength: 5}).map(text => ({type: 'word' as const, text})),
		fc.string({unit: fc.constantFrom('a', 'b', 'É', 'i', '1', '-', ' ', '*'), minLength: 1, maxLength: 4}).map(text => ({type: 'phrase' as const, text})),
	);
	checkProperty(t, fc.property(pattern, lines.filter(line => !line.includes('ﬁ')), (wanted, line) => {
		const expected = findSlowly(wanted, line);
		foundCount += expected.length;
		return createTextMatcher(wanted).find(line).map(({from, to}) => fold(line.slice(from, to))).join('|') === expected.join('|');
	}), {numRuns: 3000});
	t.true(foundCount > 50);
});

/** By a regular expression made of the pattern, on a line of whole letters. */
function findSlowly({type, text}: Extract<TextPattern, {type: 'word' | 'phrase'}>, line: string): readonly string[] {
	const isFree = type === 'word' && text.startsWith('*');
	const edge = String.raw`(?!(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}]))`;
	const pieces = type === 'phrase' ? fold(text).trim().split(/\s+/v).flatMap((word, index) => index === 0 ? [RegExp.escape(word)] : [String.raw`\s+`, RegExp.escape(word)]) : (text.match(/\\[*?\\]|[\s\S]/gv) ?? []).map(piece => readPiece(piece));
	const first = pieces.findIndex(piece => piece !== anyRun);
	const last = pieces.findLastIndex(piece => piece !== anyRun);
	const source = pieces.slice(Math.max(first, 0), last + 1).join('');
	if (source === '') {
		return isFree ? fold(line).match(/\S+/gv) ?? [] : [];
	}

	const regex = new RegExp(`${isFree ? '' : edge}${source}${type === 'phrase' ? edge : ''}`, 'gv');
	return fold(line).match(regex) ?? [];
}

const anyRun = String.raw`\S*?`;

function readPiece(piece: string): string {
	return {'*': anyRun, '?': String.raw`\S`}[piece] ?? RegExp.escape(fold(piece.replace(/^\\(?=.)/v, '')));
}
