import test from 'ava';
import fc from 'fast-check';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import type {Emulator} from '../../source/terminal/emulator.ts';

const pieces = fc.oneof(
	fc.constantFrom('\r\n', '\n', 'abc', 'a line that is wrapped', '\u{1B}[A', '\u{1B}[H', '\u{1B}[3;2H', '\u{1B}[4;1H', '\u{1B}[J', '\u{1B}[1J', '\u{1B}[2J', '\u{1B}[K'),
	fc.constantFrom('\u{1B}[2;3r', '\u{1B}[1;3r', '\u{1B}[r', '\u{1B}M', '\u{1B}D', '\u{1B}[L', '\u{1B}[2M', '\u{1B}[S', '\u{1B}[T', '\u{1B}c', '\u{1B}[?1049h', '\u{1B}[?1049l', '\u{1B}[?3h', '\u{1B}#8', '\b', '\t', '漢字'),
	fc.string({unit: fc.constantFrom('x', 'y', ' '), minLength: 1, maxLength: 12}),
);

/** The same bytes, and nothing read before. */
function readAnew(writes: readonly string[]): readonly string[] {
	const emulator = open();
	for (const text of writes) {
		emulator.write(text);
	}

	return emulator.readLines();
}

function open(): Emulator {
	return createEmulator({columns: 10, rows: 4}, {onGoneLine: () => undefined});
}

test('lines read after each write are those read at the end only', t => {
	fc.assert(fc.property(fc.array(fc.array(pieces, {minLength: 1, maxLength: 5}), {maxLength: 12}), writes => {
		const texts = writes.map(parts => parts.join(''));
		const emulator = open();
		for (const [index, text] of texts.entries()) {
			emulator.write(text);
			t.deepEqual(emulator.readLines(), readAnew(texts.slice(0, index + 1)));
		}

		emulator.close();
	}), {numRuns: 300});
});

test('nothing written, nothing anew', t => {
	const emulator = open();
	emulator.write('a\r\nb');
	t.is(emulator.readLines(), emulator.readLines());
});
