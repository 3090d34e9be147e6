import test from 'ava';
import fc from 'fast-check';
import {editText, inputOf, insertText} from '../../source/console/text-input.ts';

test('text goes in at the cursor, without controls', t => {
	const input = editText(editText(inputOf('uer:bob'), 'home'), 'right');
	t.deepEqual(insertText(input, 's\u{1B}\n'), {text: 'user:bob', cursor: 2});
});

test('the editing keys do what a shell does', t => {
	const input = inputOf('user:bob  host:db');
	t.deepEqual(editText(input, 'ctrl-w'), {text: 'user:bob  ', cursor: 10});
	t.deepEqual(editText(editText(input, 'ctrl-w'), 'ctrl-w'), {text: '', cursor: 0});
	t.deepEqual(editText({...input, cursor: 5}, 'ctrl-k'), {text: 'user:', cursor: 5});
	t.deepEqual(editText({...input, cursor: 5}, 'ctrl-u'), {text: 'bob  host:db', cursor: 0});
	t.deepEqual(editText({...input, cursor: 1}, 'backspace'), {text: 'ser:bob  host:db', cursor: 0});
	t.deepEqual(editText({...input, cursor: 0}, 'delete'), {text: 'ser:bob  host:db', cursor: 0});
	t.is(editText(input, 'ctrl-a').cursor, 0);
	t.is(editText({...input, cursor: 3}, 'ctrl-e').cursor, 17);
});

test('a character beyond 16 bits is one step and one backspace', t => {
	const input = inputOf('a😀');
	t.is(input.cursor, 2);
	t.is(editText(input, 'backspace').text, 'a');
});

test('the cursor stays in the text, whatever is pressed', t => {
	const keys = fc.constantFrom('left', 'right', 'home', 'end', 'ctrl-a', 'ctrl-e', 'ctrl-w', 'ctrl-u', 'ctrl-k', 'backspace', 'delete', 'x');
	fc.assert(fc.property(fc.string(), fc.array(keys), (text, pressed) => {
		let input = insertText(inputOf(''), text);
		for (const key of pressed) {
			input = key === 'x' ? insertText(input, key) : editText(input, key);
		}

		t.true(input.cursor >= 0 && input.cursor <= [...input.text].length);
	}));
});
