import test from 'ava';
import {describeDamage, describeLoss, describeRecorderFacts} from '../../../source/format/recording/describe-recorder-facts.ts';
import {parseRecorderFacts} from '../../../source/format/recording/recorder-facts.ts';
import type {RecorderFacts} from '../../../source/format/recording/recorder-facts.ts';

const nothing: RecorderFacts = {login: undefined, gap: undefined, lostBytes: 0, damagedBytes: 0, tornBytes: 0, disorders: 0, unseenBytes: 0, carried: undefined, ending: undefined, cause: undefined};

test('a message of another recorder tells nothing', t => {
	t.is(parseRecorderFacts({ver: '2.3', host: 'web1', exit: '0'}), undefined);
});

test('what the agent writes is read', t => {
	const {login, ...told} = parseRecorderFacts(JSON.parse('{"login":{"mode":"terminal","uid":1000,"claimed":0,"shell":"/bin/bash","tty":"/dev/pts/2","ssh":"10.1.4.9 50022","arguments":["-c","id"],"count":9},"gap":{"pos":900,"since":300,"errno":28},"lost":77,"damaged":29,"torn":3,"disorder":2,"unseen":5,"carried":{"in":3,"out":4,"err":5},"ending":"left-running","cause":"TERM"}') as Readonly<Record<string, unknown>>) ?? nothing;
	t.deepEqual(login, {mode: 'terminal', userId: 1000, claimedUserId: 0, shell: '/bin/bash', terminal: '/dev/pts/2', claimedConnection: '10.1.4.9 50022', words: ['-c', 'id'], wordCount: 9});
	t.deepEqual(told, {gap: {fromMs: 300, untilMs: 900, errno: 28}, lostBytes: 77, damagedBytes: 29, tornBytes: 3, disorders: 2, unseenBytes: 5, carried: {input: 3, output: 4, error: 5}, ending: 'left-running', cause: 'TERM'});
});

for (const fields of [
	{login: 'alice'},
	{login: null},
	{gap: 12},
	{gap: {pos: -1, since: 0}},
	{gap: {pos: '1', since: 0}},
	{gap: {pos: 2 ** 42, since: 0}},
	{gap: []},
	{lost: -1},
	{lost: 0.5},
	{damaged: '29'},
	{torn: 2 ** 60},
	{carried: {in: 1}},
	{ending: 'happily'},
	{ending: 1},
	{cause: 15},
	{cause: ''},
]) {
	test(`${JSON.stringify(fields)} is another program's, and nothing to us`, t => {
		t.is(parseRecorderFacts(fields), undefined);
	});
}

test('a gap never ends before it begins', t => {
	t.deepEqual(parseRecorderFacts({gap: {pos: 10, since: 90, errno: 'x'}})?.gap, {fromMs: 10, untilMs: 10, errno: 0});
});

test('what is told is said in words', t => {
	const told = {...nothing, carried: {input: 1, output: 2, error: 0}, unseenBytes: 5, ending: 'broken', cause: 'TERM'} as const;
	t.deepEqual(describeRecorderFacts(told), [
		['counted', '1 byte in, 2 bytes out, 0 bytes of errors: not recorded by policy'],
		['unseen', '5 bytes printed after the hang-up, recorded, never shown'],
		['ending', 'not known: the recorder was gone before it could tell; the recorder was ended by TERM'],
	]);
	t.deepEqual(describeRecorderFacts(undefined), []);
	const login = {mode: 'pipes', userId: 1, claimedUserId: 0, shell: '/bin/sh', terminal: undefined, claimedConnection: undefined, words: ['-c'], wordCount: 2};
	t.deepEqual(describeRecorderFacts({...nothing, login}), [['login', 'pipes, uid 1 (the recorder\'s start says 0), /bin/sh, arguments "-c" and 1 more']]);
	t.is(describeLoss({...nothing, lostBytes: 77, gap: {fromMs: 0, untilMs: 1, errno: 28}}), 'the recorder could not write: 77 bytes not recorded (no space left on the device)');
	t.is(describeLoss({...nothing, gap: {fromMs: 0, untilMs: 1, errno: 99}}), 'the recorder could not write: 0 bytes not recorded (Linux error 99)');
	t.is(describeDamage({...nothing, tornBytes: 3}), 'a piece of 3 bytes was never written to its end; it had not been shown');
	t.is(describeDamage({...nothing, tornBytes: 3, ending: 'broken'}), undefined);
});
