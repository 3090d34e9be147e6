import test from 'ava';
import {findMatches} from '../../../source/console/pane/find-matches.ts';
import {takePicture} from '../../../source/console/pane/picture.ts';
import {createLineMarker} from '../../../source/console/text/line-marker.ts';
import type {TextPattern} from '../../../source/store/query/query.ts';
import {createEmulator} from '../../../source/terminal/create-emulator.ts';

function find(written: string, pattern: TextPattern, columns = 20): ReadonlyArray<readonly [row: number, from: number, to: number]> {
	const emulator = createEmulator({columns, rows: 6});
	emulator.write(written);
	const found = findMatches(takePicture(emulator, undefined), texts => createLineMarker(fail).find(texts, [pattern]));
	emulator.close();
	return found.map(({row, from, to}) => [row, from, to]);
}

function fail(message: string): never {
	throw new Error(message);
}

test('each match is told by its cells', t => {
	t.deepEqual(find('one two\r\ntwo', {type: 'word', text: 'two'}), [[0, 4, 7], [1, 0, 3]]);
});

test('a match that was wrapped is found on both rows', t => {
	t.deepEqual(find('nginx: test failed now', {type: 'phrase', text: 'test failed'}, 12), [[0, 7, 12], [1, 0, 6]]);
});

test('rows of two lines are not joined', t => {
	t.deepEqual(find('test\r\nfailed', {type: 'phrase', text: 'test failed'}), []);
});

test('wide characters count their cells', t => {
	t.deepEqual(find('日本 語 end', {type: 'word', text: '語'}), [[0, 5, 7]]);
	t.deepEqual(find('日本 語 end', {type: 'word', text: 'end'}), [[0, 8, 11]]);
});

test('a wide character that did not fit leaves no blank in a wrapped line', t => {
	t.deepEqual(find('abcd日本', {type: 'word', text: 'abcd日本'}, 5), [[0, 0, 4], [1, 0, 4]]);
});

test('letters with marks and without are the same, and keep their cells', t => {
	t.deepEqual(find('xx e\u{301}te\u{301} yy', {type: 'word', text: 'ete'}), [[0, 3, 6]]);
});

test('a match of nothing marks nothing', t => {
	t.deepEqual(find('abc', {type: 'regex', source: 'x*', isIgnoringCase: false}), []);
});
