import test from 'ava';
import fc from 'fast-check';
import {completeQuery} from '../../../source/store/query/complete-query.ts';
import type {CompletionFacts} from '../../../source/store/query/complete-query.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {noise, queryContext} from '../../helpers/arbitrary-query.ts';

const facts: CompletionFacts = {
	users: ['alice', 'Álan', 'bob', String.raw`DOM\carol`, 'a b', 'and', 'x*'],
	hosts: ['web1.example.com', 'db1', 'bastion'],
	tags: ['incident-88', 'seen twice'],
};

/** What the search would be with each candidate; `|` marks the cursor. */
function complete(marked: string, fields: Partial<CompletionFacts> = {}): readonly string[] {
	const cursor = marked.indexOf('|');
	const text = marked.replace('|', '');
	const {from, to, candidates} = completeQuery(text, cursor, {...facts, ...fields});
	return candidates.map(candidate => text.slice(0, from) + candidate.text + text.slice(to));
}

const examples: ReadonlyArray<readonly [marked: string, found: readonly string[]]> = [
	['us|', ['user:']],
	['us|er:', ['user:']],
	['alice SI|', ['alice since:']],
	['al|', ['user:alice', 'user:Álan']],
	['w|', ['when:', 'host:web1.example.com']],
	['n|', ['net:', 'user:Álan', 'user:and', 'host:bastion', 'not']],
	['user:|', ['user:alice', 'user:Álan', 'user:bob', String.raw`user:DOM\\carol`, 'user:"a b"', 'user:and', String.raw`user:x\*`]],
	['user:al|', ['user:alice', 'user:Álan']],
	['user:AL| since:2d', ['user:alice since:2d', 'user:Álan since:2d']],
	['user:(bob, al|', ['user:(bob, alice', 'user:(bob, Álan']],
	['user:(bob,al|x) host:db1', ['user:(bob,alice) host:db1', 'user:(bob,Álan) host:db1']],
	['user:bob,al|', ['user:bob,alice', 'user:bob,Álan']],
	['user:"a |"', ['user:"a b"']],
	['user:"al|', ['user:"alice"', 'user:"Álan"']],
	['(not host:ba|', ['(not host:bastion']],
	['!host:1|', ['!host:web1.example.com', '!host:db1']],
	['tag:inc|', ['tag:incident-88']],
	['tag:seen|', ['tag:"seen twice"']],
	['has:l|', ['has:live']],
	['has:(gap, in|)', ['has:(gap, input)']],
	['has:r|', ['has:resize', 'has:root']],
	['since:ye|', ['since:yesterday']],
	['since:last |', ['since:last week', 'since:last month']],
	['since:last w| bob', ['since:last week bob']],
	['when:yesterday..to|', ['when:yesterday..today']],
	['when:2|', ['2m', '2h', '2d', '2w', '2s', '2 jan', '2 feb', '2 mar', '2 apr', '2 may', '2 jun', '2 jul', '2 aug', '2 sep', '2 oct', '2 nov', '2 dec'].map(time => `when:${time}`)],
	['duration:>1|', ['duration:>1m', 'duration:>1h', 'duration:>1d', 'duration:>1w', 'duration:>1s']],
	['duration:>|', ['duration:>1m', 'duration:>10m', 'duration:>1h']],
	['exit:te|', ['exit:TERM']],
	['exit:|', ['exit:0', 'exit:>0', 'exit:HUP', 'exit:INT', 'exit:KILL', 'exit:TERM']],
	['colour:|', []],
	['seen:ng|', []],
	['seen:/user:/ al|', ['seen:/user:/ user:alice', 'seen:/user:/ user:Álan']],
	['"user:|"', []],
];

for (const [marked, found] of examples) {
	test(`at the cursor: ${marked}`, t => {
		t.deepEqual(complete(marked), found);
	});
}

test('what only audit events tell is offered where there may be some', t => {
	t.deepEqual([complete('cm|', {capabilities: []}), complete('has:ro|', {capabilities: []})], [[], []]);
	t.deepEqual([complete('cm|'), complete('has:ro|')], [['cmd:'], ['has:root']]);
	t.deepEqual([complete('cm|', {capabilities: ['audit']}), complete('has:ro|', {capabilities: ['audit']})], [['cmd:'], ['has:root']]);
	t.deepEqual(complete('ta|', {capabilities: ['seen']}), []);
});

test('nothing typed offers every field, each with help', t => {
	const {from, to, candidates} = completeQuery('', 0, facts);
	t.deepEqual([from, to, candidates.length], [0, 0, 17]);
	t.true(candidates.every(({help}) => help !== ''));
});

test('of many names, fifty are offered', t => {
	t.is(completeQuery('user:', 5, {...facts, users: Array.from({length: 1000}, (_, index) => `user${index}`)}).candidates.length, 50);
});

test('nothing is offered in a text that is too long for a search', t => {
	t.deepEqual(completeQuery('us'.repeat(500_000), 7, facts), {from: 7, to: 7, candidates: []});
});

test('a name that is offered is read as that name', t => {
	checkProperty(t, fc.property(fc.string({unit: fc.constantFrom('a', 'É', ' ', '*', '?', '\\', '"', '(', ',', '/', '~', ':', '!'), minLength: 1, maxLength: 6}), name => {
		const [candidate] = completeQuery('user:', 5, {users: [name], hosts: [], tags: []}).candidates;
		const query = parseQuery(`user:${candidate?.text ?? ''}`, queryContext);
		const [value] = query.type === 'text' ? query.values : [];
		const text = value?.type === 'phrase' ? value.text : (value?.type === 'word' ? value.text.replaceAll(/\\(?<sign>[*?\\])/gv, '$<sign>') : '');
		t.is(text, name);
		return value?.type === 'phrase' || (value?.type === 'word' && !/(?<!\\)(?:\\\\)*[*?]/v.test(value.text));
	}));
});

test('whatever is typed, what is replaced is around the cursor', t => {
	checkProperty(t, fc.property(noise, fc.nat(), (text, place) => {
		const cursor = place % (text.length + 1);
		const {from, to} = completeQuery(text, cursor, facts);
		return from >= 0 && from <= cursor && cursor <= to && to <= text.length;
	}), {numRuns: 2000});
});
