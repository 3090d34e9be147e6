import test from 'ava';
import {isFound} from '../../../source/store/query/match-query.ts';
import type {MomentLine} from '../../../source/store/query/match-query.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {printQuery} from '../../../source/store/query/print-query.ts';
import {QueryError} from '../../../source/store/query/query-error.ts';
import type {Query, TextPattern} from '../../../source/store/query/query.ts';
import {refuseMissing} from '../../../source/store/query/refuse-missing.ts';
import type {Capability} from '../../../source/store/query/refuse-missing.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';
import {makeSession} from '../../helpers/make-session.ts';

const parse = (text: string): Query => parseQuery(text, queryContext);
const word = (text: string): TextPattern => ({type: 'word', text});
const phrase = (text: string): TextPattern => ({type: 'phrase', text});
const regex = (source: string, isIgnoringCase = false): TextPattern => ({type: 'regex', source, isIgnoringCase});
const fuzzy = (text: string): TextPattern => ({type: 'fuzzy', text});

const terms: ReadonlyArray<readonly [text: string, tree: Query]> = [
	['"permission denied"', {type: 'word', pattern: phrase('permission denied')}],
	['~resart', {type: 'word', pattern: fuzzy('resart')}],
	['/etc/passwd', {type: 'word', pattern: word('/etc/passwd')}],
	['/etc/', {type: 'word', pattern: regex('etc')}],
	[String.raw`/a\/b c/i`, {type: 'word', pattern: regex(String.raw`a\/b c`, true)}],
	['~/ab/', {type: 'word', pattern: regex('ab')}],
	['seen:nginx,"test failed"', {type: 'moment', field: 'seen', values: [word('nginx'), phrase('test failed')]}],
	['typed:(/^rm/i, ~sudo)', {type: 'moment', field: 'typed', values: [regex('^rm', true), fuzzy('sudo')]}],
	['cmd:/^rm .*-rf?/', {type: 'moment', field: 'cmd', values: [regex('^rm .*-rf?')]}],
	['file:/etc/', {type: 'moment', field: 'file', values: [word('/etc/')]}],
	['file:W:/etc/sudoers', {type: 'moment', field: 'file', access: 'w', values: [word('/etc/sudoers')]}],
	['file:r:(/etc/,~/pass.*/)', {type: 'moment', field: 'file', access: 'r', values: [word('/etc/'), regex('pass.*')]}],
	[String.raw`file:\r:x`, {type: 'moment', field: 'file', values: [word('r:x')]}],
	['net:10.0.0.0/8:5432', {type: 'moment', field: 'net', values: [word('10.0.0.0/8:5432')]}],
	['net::443', {type: 'moment', field: 'net', values: [word(':443')]}],
	['as:root', {type: 'moment', field: 'as', values: [word('root')]}],
	['tag:incident-*', {type: 'text', field: 'tag', values: [word('incident-*')]}],
	['user:/^(a|b)/', {type: 'text', field: 'user', values: [regex('^(a|b)')]}],
	['session:69,70', {type: 'text', field: 'session', values: [word('69'), word('70')]}],
	['has:gap,LIVE', {type: 'has', words: ['gap', 'live']}],
	['has:(root, audit)', {type: 'has', words: ['root', 'audit']}],
	['duration:>10m', {type: 'number', field: 'duration', spans: [{from: 600_001, to: Infinity, written: '>10m'}]}],
	['duration:<=1h', {type: 'number', field: 'duration', spans: [{from: -Infinity, to: 3_600_000, written: '<=1h'}]}],
	['duration:5m..1h', {type: 'number', field: 'duration', spans: [{from: 300_000, to: 3_600_000, written: '5m..1h'}]}],
	['duration:..90', {type: 'number', field: 'duration', spans: [{from: -Infinity, to: 90_000, written: '..90'}]}],
	['duration:90', {type: 'number', field: 'duration', spans: [{from: 90_000, to: 90_999, written: '90'}]}],
	['duration:10m', {type: 'number', field: 'duration', spans: [{from: 600_000, to: 659_999, written: '10m'}]}],
	['duration:1.5s', {type: 'number', field: 'duration', spans: [{from: 1500, to: 1599, written: '1.5s'}]}],
	['duration:1h30m', {type: 'number', field: 'duration', spans: [{from: 5_400_000, to: 5_459_999, written: '1h30m'}]}],
	['exit:0', {type: 'number', field: 'exit', spans: [{from: 0, to: 0, written: '0'}]}],
	['exit:>0', {type: 'number', field: 'exit', spans: [{from: 1, to: Infinity, written: '>0'}]}],
	['exit:1..2,TERM', {type: 'number', field: 'exit', spans: [{from: 1, to: 2, written: '1..2'}, {from: 143, to: 143, written: 'TERM'}]}],
	['exit:sigkill', {type: 'number', field: 'exit', spans: [{from: 137, to: 137, written: 'sigkill'}]}],
];

for (const [text, tree] of terms) {
	test(`a term is read and printed: ${text}`, t => {
		t.deepEqual(parse(text), tree);
		t.deepEqual(parse(printQuery(tree)), tree);
	});
}

const printed: ReadonlyArray<readonly [text: string, printed: string]> = [
	['user:(alice,bob) HAS:gap', 'user:(alice,bob) has:gap'],
	['/etc/passwd and "b"', '/etc/passwd "b"'],
	['/etc or b', String.raw`\/etc or b`],
	['seen:/etc/passwd', 'seen:/etc/passwd'],
	['file:~/x/ !cmd:rm', 'file:~/x/ not cmd:rm'],
	['since:yesterday "14:00"', 'since:yesterday "14:00"'],
	['not not (since:yesterday) "a"', 'not not since:yesterday "a"'],
	[String.raw`!!(since:yesterday) 14\:00`, 'not not since:(yesterday) 14:00'],
];

for (const [text, expected] of printed) {
	test(`a search is printed as people write it: ${text}`, t => {
		t.is(printQuery(parse(text)), expected);
	});
}

/** Searches as people ask them, each with what it finds. */
const sessions = [
	makeSession({rec: 'alice', user: 'alice', host: 'web1.example.com', tags: ['incident-88'], noteCount: 1}),
	makeSession({rec: 'bob', user: 'bob', host: 'db2', exit: 'TERM', lengthMs: 30_000}),
	makeSession({rec: 'live', user: 'carol', host: 'web2', state: 'live', exit: undefined, startedAt: Date.parse('2026-11-23T12:00:00Z'), endedAt: undefined}),
];

const lines: Readonly<Record<string, readonly MomentLine[]>> = {
	alice: [{kind: 'seen', text: 'nginx: configuration file test failed'}, {kind: 'typed', text: 'sudo nginx -t'}],
	bob: [{kind: 'seen', text: 'bash: /root: Permission denied'}, {kind: 'seen', text: 'alice was here'}],
	live: [{kind: 'seen', text: 'systemctl restart nginx'}],
};

const searches: ReadonlyArray<readonly [text: string, found: readonly string[]]> = [
	['alice', ['alice', 'bob']],
	['alice nginx', ['alice']],
	['user:alice host:web* since:yesterday', ['alice']],
	['seen:"permission denied" when:today', ['bob']],
	['(has:gap or has:broken) since:last week', []],
	['~resart has:live', ['live']],
	['typed:sudo', ['alice']],
	['seen:sudo', []],
	['not seen:nginx', ['bob']],
	['seen:/test (failed|passed)$/', ['alice']],
	['seen:nginx not host:web1', ['live']],
	['tag:incident-* has:note', ['alice']],
	['exit:>0', ['bob']],
	['not exit:0', ['bob', 'live']],
	['duration:<1m', ['bob']],
	['host:/^web[12]$/', ['alice', 'live']],
	['session:69 user:(bob,carol)', ['bob', 'live']],
];

for (const [text, found] of searches) {
	test(`a search finds ${found.join(' and ') || 'nothing'}: ${text}`, t => {
		t.deepEqual(sessions.filter(session => isFound(session, parse(text), lines[session.rec])).map(session => session.rec), found);
	});
}

const refused: ReadonlyArray<readonly [text: string, capabilities: readonly Capability[], offset: number, length: number, message: string]> = [
	['user:a cmd:/^rm .*-rf?/ b', ['seen', 'regex'], 7, 16, 'this store has no audit events, which alone can tell'],
	['a (b or not file:w:/etc/)', ['seen'], 12, 12, 'this store has no audit events, which alone can tell'],
	['has:gap,root', [], 0, 12, 'this store has no audit events, which alone can tell'],
	['a seen:b', ['typed'], 2, 6, 'this store has no index of what was seen'],
	['typed:b', ['seen'], 0, 7, 'this store has no index of what was typed'],
	['a /b+/i', ['seen'], 2, 5, 'this store cannot search with regular expressions'],
	['user:a,~b', ['seen'], 0, 9, 'this store cannot search for similar words'],
	['tag:a', [], 0, 5, 'this store has no tags and notes'],
	['has:note', [], 0, 8, 'this store has no tags and notes'],
];

for (const [text, capabilities, offset, length, message] of refused) {
	test(`what a store cannot answer is refused at its place: ${text} without ${capabilities.join(' ') || 'anything'}`, t => {
		const error = t.throws(() => {
			refuseMissing(parse(text), capabilities);
		}, {instanceOf: QueryError});
		t.deepEqual([error.text, error.offset, error.length, error.message], [text, offset, length, message]);
	});
}

test('what a store can answer is let through', t => {
	t.notThrows(() => {
		refuseMissing(parse('alice host:web* has:gap,live duration:>1m exit:0 since:2d not rec:a'), []);
		refuseMissing(parse('seen:/a/ typed:~abc tag:a has:note'), ['seen', 'typed', 'regex', 'fuzzy', 'notes']);
		refuseMissing(parse('cmd:rm has:root'), ['audit']);
	});
});

test('a term that was not read is refused as it would be written', t => {
	const error = t.throws(() => {
		refuseMissing({type: 'not', part: {type: 'moment', field: 'as', values: [word('root')]}}, []);
	}, {instanceOf: QueryError});
	t.deepEqual([error.text, error.offset, error.length], ['as:root', 0, 7]);
});
