import fc from 'fast-check';
import test from 'ava';
import {readRaw} from '../../../source/console/mouse/read-raw.ts';
import {checkProperty} from '../../helpers/check-property.ts';

test('presses and wheel are read from SGR reports, releases and moves are not', t => {
	t.deepEqual(readRaw('\u{1B}[<0;12;5M\u{1B}[<0;12;5mj\u{1B}[<65;1;1M\u{1B}[<64;1;1M\u{1B}[<35;3;3M'), [
		{type: 'click', column: 11, row: 4},
		{type: 'wheel', isDown: true},
		{type: 'wheel', isDown: false},
	]);
});

test('function keys are named as terminals of all kinds send them', t => {
	t.deepEqual(['\u{1B}OQ', '\u{1B}[12~', '\u{1B}[[B'].map(text => readRaw(text)), Array.from({length: 3}, () => [{type: 'key', key: 'f2'}]));
});

test('typed text is neither', t => {
	t.deepEqual(readRaw('user:alice OQ \u{1B}[A\u{1B}[3~ [<0;1;1M'), []);
});

test('no input makes it fail', t => {
	checkProperty(t, fc.property(fc.string(), text => {
		readRaw(text);
	}));
});
