import test from 'ava';
import type {Key} from 'ink';
import {readPresses} from '../../source/console/read-presses.ts';

const plain: Key = {
	upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageDown: false, pageUp: false, home: false, end: false, return: false, escape: false,
	ctrl: false, shift: false, tab: false, backspace: false, delete: false, meta: false, super: false, hyper: false, capsLock: false, numLock: false,
};

test('keys that arrive together are presses of their own', t => {
	t.deepEqual(readPresses('}}\r', plain).map(press => press.key), ['}', '}', 'enter']);
});

test('a blank is the key `space` and types a blank', t => {
	t.deepEqual(readPresses(' ', plain), [{key: 'space', text: ' '}]);
});

test('Shift is part of the name of arrows and Tab alone', t => {
	t.deepEqual(readPresses('', {...plain, shift: true, leftArrow: true}), [{key: 'shift-left', text: ''}]);
	t.deepEqual(readPresses('', {...plain, shift: true, tab: true}), [{key: 'shift-tab', text: ''}]);
	t.deepEqual(readPresses('G', {...plain, shift: true}), [{key: 'G', text: 'G'}]);
});

test('Ctrl with a letter types nothing', t => {
	t.deepEqual(readPresses('d', {...plain, ctrl: true}), [{key: 'ctrl-d', text: ''}]);
	t.deepEqual(readPresses('a\u{4}b', plain).map(press => press.key), ['a', 'ctrl-d', 'b']);
});

test('Esc and a key that arrive together are two presses, not Alt with the key', t => {
	t.deepEqual(readPresses('x', {...plain, meta: true}).map(press => press.key), ['esc', 'x']);
});
