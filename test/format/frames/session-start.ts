import {Buffer} from 'node:buffer';
import test from 'ava';
import {readSessionStart} from '../../../source/format/frames/session-start.ts';

const rec = '0123456789abcdef0123456789abcdef-1a2b-3c4d';
const facts = {v: '1', seed: 'ffffffff', rec, segment: '2', wall: '1795454663.784841464', mode: 'terminal', host: 'web1', uid: '1001', gid: '1001', session: '69', loginuid: '1001', user: 'alice', term: 'xterm', ssh: '10.0.0.1 5 10.0.0.2 22', shell: '/bin/bash', tty: '/dev/pts/4', pid: '6699', ppid: '6690', input: '0', arguments: '3'};

function makeEntries(values: Readonly<Record<string, string>>): ReadonlyArray<readonly [string, Uint8Array]> {
	return Object.entries(values).map(([key, value]) => [key, Buffer.from(value)] as const);
}

test('a start tells who, where, how and with which arguments, byte for byte', t => {
	const odd = Uint8Array.of(0xFF, 0x3D, 0xFE);
	const start = readSessionStart({type: 'start', entries: [...makeEntries(facts), ['argument', Buffer.from('-bash')], ['argument', odd]]});
	t.like(start, {recording: rec, segment: 2, at: 1_795_454_663_784.8416, mode: 'terminal', userId: 1001, session: 69, claimedUser: 'alice', isInputRecorded: false, argumentCount: 3});
	t.deepEqual(start?.arguments[1], odd);
});

test('a start of another version, of no recording or with words for numbers is none', t => {
	for (const wrong of [{v: '2'}, {rec: '../../etc'}, {mode: 'other'}, {uid: 'x'}]) {
		t.is(readSessionStart({type: 'start', entries: makeEntries({...facts, ...wrong})}), undefined);
	}
});
