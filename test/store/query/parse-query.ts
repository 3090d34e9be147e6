import test from 'ava';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {QueryError, printQueryError} from '../../../source/store/query/query-error.ts';
import type {Query} from '../../../source/store/query/query.ts';

const context = {now: Date.UTC(2026, 10, 23, 13, 30), zone: 'Europe/Prague'};
const parse = (text: string): Query => parseQuery(text, context);
const word = (text: string, type: 'word' | 'phrase' = 'word'): Query => ({type: 'word', pattern: {type, text}});
const user = (text: string, type: 'word' | 'phrase' = 'word'): Query => ({type: 'text', field: 'user', values: [{type, text}]});

const trees: ReadonlyArray<readonly [title: string, text: string, tree: Query]> = [
	['nothing typed means everything', ' \t ', {type: 'all'}],
	['side by side means and', 'alice nginx', {type: 'and', parts: [word('alice'), word('nginx')]}],
	['`and` may be written, in any case', 'alice AND nginx', {type: 'and', parts: [word('alice'), word('nginx')]}],
	['`or` binds weaker than `and`', 'a b or c', {type: 'or', parts: [{type: 'and', parts: [word('a'), word('b')]}, word('c')]}],
	['`|` is `or` and `!` is `not`', '!a | b', {type: 'or', parts: [{type: 'not', part: word('a')}, word('b')]}],
	['parentheses bind first', 'a (b or c)', {type: 'and', parts: [word('a'), {type: 'or', parts: [word('b'), word('c')]}]}],
	['parentheses round everything change nothing', '((a))', word('a')],
	['a field name is read in any case', 'User:alice', user('alice')],
	['a list of values means any of them', 'user:(a, "b c",d)', {type: 'text', field: 'user', values: [{type: 'word', text: 'a'}, {type: 'phrase', text: 'b c'}, {type: 'word', text: 'd'}]}],
	['commas make a list without parentheses', 'host:a,b c', {type: 'and', parts: [{type: 'text', field: 'host', values: [{type: 'word', text: 'a'}, {type: 'word', text: 'b'}]}, word('c')]}],
	['a colon in a value is a part of it', 'host:fe80::1', {type: 'text', field: 'host', values: [{type: 'word', text: 'fe80::1'}]}],
	['quoted operators are words', String.raw`"or" "a \"b\" \\"`, {type: 'and', parts: [word('or', 'phrase'), word(String.raw`a "b" \ `.trimEnd(), 'phrase')]}],
	['an escaped colon makes a word of a field', String.raw`cmd\:rm`, word('cmd:rm')],
	['an escaped wildcard stays escaped in the pattern', String.raw`user:a\*b*`, user(String.raw`a\*b*`)],
	['a backslash before a letter is itself', String.raw`user:DOM\alice`, user(String.raw`DOM\\alice`)],
	['an escaped character outside the first plane is one', String.raw`\😀b`, word('😀b')],
	['a path is a word', '/etc/passwd', word('/etc/passwd')],
	['operators inside words are letters', 'android a|b nothing', {type: 'and', parts: [word('android'), word('a|b'), word('nothing')]}],
	['operators as values are values', 'user:not', user('not')],
	['an empty name can be asked for', 'user:""', user('', 'phrase')],
];

for (const [title, text, tree] of trees) {
	test(`${title}: ${text}`, t => {
		t.deepEqual(parse(text), tree);
	});
}

const faults: ReadonlyArray<readonly [text: string, offset: number, length: number, message: string, hint: string | undefined]> = [
	['colour:red', 0, 6, 'unknown field "colour"', String.raw`known are user, host, seen, typed, since, until, when, duration, has, exit, tag, rec, session, cmd, file, net, as; write colour\: for the text itself`],
	['a sinse:2h', 2, 5, 'unknown field "sinse"', 'did you mean "since:"?'],
	['user:', 5, 1, 'expected a value after "user:", found the end', undefined],
	['user: alice', 5, 1, 'expected a value after "user:", found a blank', undefined],
	['user:(a b)', 8, 1, 'expected "," or ")" in the values of "user:"', undefined],
	['a and', 5, 1, 'expected a word, a field or "(", found the end', undefined],
	['a or or b', 5, 2, 'expected a word, a field or "(", found "or"', undefined],
	['and a', 0, 3, 'expected a word, a field or "(", found "and"', undefined],
	['()', 1, 1, 'expected a word, a field or "(", found ")"', undefined],
	['a (b', 2, 1, 'this parenthesis is not closed', String.raw`close it with ")", or write \( for the sign itself`],
	['a) b', 1, 1, '")" without "("', String.raw`remove it, or write \) for the sign itself`],
	['a "b c', 2, 1, 'this quote is not closed', String.raw`close it with another ", or write \" for the sign itself`],
	['a ""', 2, 2, 'there is nothing between the quotes', undefined],
	['seen:" "', 5, 3, 'there is nothing between the quotes', undefined],
	['~', 0, 1, 'expected a word after "~"', String.raw`write \~ for the sign itself`],
	['seen:~--', 5, 3, 'expected a word after "~"', String.raw`write \~ for the sign itself`],
	['seen:/a(b/', 5, 5, 'this is no regular expression: unterminated group', 'put a backslash before a sign that is meant itself'],
	[String.raw`a /(x)\1/`, 2, 7, 'this regular expression is too costly: a back-reference cannot be used', 'search for what stands there itself, joined with and, or, not'],
	['/a(?!b)/i', 0, 9, 'this regular expression is too costly: look-around cannot be used', 'search for what stands there itself, joined with and, or, not'],
	['typed:/(?<=b)a/', 6, 9, 'this regular expression is too costly: look-around cannot be used', 'search for what stands there itself, joined with and, or, not'],
	[`/${'x'.repeat(257)}/`, 0, 259, 'a regular expression has at most 256 characters, this one has 257', undefined],
	['has:gaps', 4, 4, 'unknown word "gaps" after "has:"', 'did you mean "gap"?'],
	['has:', 4, 1, 'expected a word after "has:", found the end', 'known are gap, input, live, resize, broken, pipe, note, root, audit'],
	['has:gap,seal', 8, 4, 'unknown word "seal" after "has:"', 'known are gap, input, live, resize, broken, pipe, note, root, audit'],
	['duration:long', 9, 4, 'expected a length of time after "duration:", found "long"', 'for example >10m, 5m..1h, 90 (seconds)'],
	['duration:>', 9, 1, 'expected a length of time after "duration:", found ">"', 'for example >10m, 5m..1h, 90 (seconds)'],
	['duration:1h..5m', 9, 6, 'the range "1h..5m" ends before it starts', 'write the smaller one first'],
	['exit:', 5, 1, 'expected an exit status or a signal after "exit:", found the end', 'for example 0, >0, 1..2, TERM'],
	['exit:failed', 5, 6, 'expected an exit status or a signal after "exit:", found "failed"', 'for example 0, >0, 1..2, TERM'],
	['session:39d-1c81a', 8, 9, 'expected the number of an audit session after "session:", found "39d-1c81a"', 'the name of a recording goes after "rec:"'],
	['since:2d..1d', 6, 6, 'expected one time after "since:", found the range "2d..1d"', 'write when:2d..1d'],
	['when:2026-11-23..2026-11-20', 5, 22, 'the range "2026-11-23..2026-11-20" ends before it starts', 'write the earlier time first'],
	['since:last year', 6, 4, 'expected a time after "since:", found "last"', 'did you mean "last week" or "last month"?'],
	['until:', 6, 1, 'expected a time after "until:", found the end', 'for example yesterday, 2h, 14:00, 2026-11-23 14:00'],
];

for (const [text, offset, length, message, hint] of faults) {
	test(`a fault is told with its place and what to do: ${text}`, t => {
		const error = t.throws(() => parse(text), {instanceOf: QueryError});
		t.deepEqual({offset: error.offset, length: error.length, message: error.message, hint: error.hint}, {offset, length, message, hint});
	});
}

test('a fault is printed with the search and carets under it', t => {
	const error = t.throws(() => parse('user:alice since:yesturday cmd:rm'), {instanceOf: QueryError});
	t.is(printQueryError(error), [
		'query:1:18: expected a time after "since:", found "yesturday"',
		'  user:alice since:yesturday cmd:rm',
		'                   ^^^^^^^^^ did you mean "yesterday"?',
	].join('\n'));
});

test('controls and wide characters before a fault keep the carets in place', t => {
	const error = t.throws(() => parse('😀\u{1B}\n)'), {instanceOf: QueryError});
	t.is(printQueryError(error), ['query:1:4: ")" without "("', '  😀  )', String.raw`     ^ remove it, or write \) for the sign itself`].join('\n'));
});

test('a search is limited in length, terms and depth', t => {
	t.throws(() => parse('x'.repeat(4097)), {message: 'a search has at most 4096 characters, this one has 4097'});
	t.notThrows(() => parse('x'.repeat(4096)));
	t.throws(() => parse('a '.repeat(65)), {message: 'a search has at most 64 terms'});
	t.throws(() => parse(`user:${'a,'.repeat(64)}a`), {message: 'a search has at most 64 terms'});
	t.notThrows(() => parse('a '.repeat(64)));
	t.throws(() => parse(`${'('.repeat(17)}a${')'.repeat(17)}`), {message: 'a search has at most 16 levels of parentheses and "not"'});
	t.throws(() => parse(`${'!'.repeat(17)}a`), {message: 'a search has at most 16 levels of parentheses and "not"'});
	t.notThrows(() => parse(`${'('.repeat(16)}a${')'.repeat(16)}`));
});

test('a megabyte is refused in three short lines', t => {
	const error = t.throws(() => parse('seen:"'.repeat(175_000)), {instanceOf: QueryError});
	const printed = printQueryError(error);
	t.is(error.message, 'a search has at most 4096 characters, this one has 1050000');
	t.true(printed.startsWith('query:1:4097: '));
	t.deepEqual(printed.split('\n').map(line => line.length < 210), [true, true, true]);
});

test('of a long search the part around the fault is shown, the caret below it', t => {
	const error = t.throws(() => parse(`${'x '.repeat(50)}${'a'.repeat(1000)} ) ${'b'.repeat(1000)}`), {instanceOf: QueryError});
	const [, shown, carets] = printQueryError(error).split('\n', 3);
	t.is(shown, `  …${'a'.repeat(99)} ) ${'b'.repeat(99)}…`);
	t.is(carets?.indexOf('^'), shown?.indexOf(')'));
});
