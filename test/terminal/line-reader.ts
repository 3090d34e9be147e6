import test from 'ava';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import type {Emulator} from '../../source/terminal/emulator.ts';

function start(columns = 20, rows = 4): {readonly emulator: Emulator; readonly gone: string[]} {
	const gone: string[] = [];
	const emulator = createEmulator({columns, rows}, {
		onGoneLine(text) {
			gone.push(text);
		},
	});
	return {emulator, gone};
}

test('lines that scroll off within one write are told in order, blank ones left out', t => {
	const {emulator, gone} = start();
	emulator.write('one\r\ntwo  \r\n\r\nthree\r\nfour\r\nfive\r\nsix');
	t.deepEqual(gone, ['one', 'two']);
	t.deepEqual(emulator.readLines(), ['three', 'four', 'five', 'six']);
});

test('a wrapped line is one line, on the screen, while it leaves, and when it has left', t => {
	const {emulator, gone} = start(10, 3);
	emulator.write('abcdefghijklmnopqrstuvwxy\r\n');
	t.deepEqual(emulator.readLines(), ['abcdefghijklmnopqrstuvwxy']);
	t.deepEqual(gone, []);
	emulator.write('next\r\n');
	t.deepEqual(emulator.readLines(), ['abcdefghijklmnopqrstuvwxy', 'next']);
	t.deepEqual(gone, []);
	emulator.write('last\r\n');
	t.deepEqual(gone, ['abcdefghijklmnopqrstuvwxy']);
	t.deepEqual(emulator.readLines(), ['next', 'last']);
});

test('blanks at a row\'s end belong to a line that goes on, a cell too narrow for a wide character does not', t => {
	const {emulator} = start(5, 4);
	emulator.write('ab   cd\r\nabcd漢字');
	t.deepEqual(emulator.readLines(), ['ab   cd', 'abcd漢字']);
});

test('a line of one row is told where the terminal has one row', t => {
	const {emulator, gone} = start(5, 1);
	emulator.write('abcdefgh\r\nx');
	t.deepEqual(gone, ['abcdefgh']);
});

test('a line whose rest is overwritten is told by itself', t => {
	const {emulator, gone} = start(5, 3);
	emulator.write('abcdefgh\r\n1\r\n2');
	t.deepEqual(emulator.readLines(), ['abcdefgh', '1', '2']);
	emulator.write('\u{1B}[1;1HXY');
	t.deepEqual(emulator.readLines(), ['XYh', '1', '2']);
	emulator.write('\u{1B}[3;1H\n');
	t.deepEqual(gone, ['abcde', 'XYh']);
});

for (const [name, sequence, expected] of [
	['the screen is cleared', '\u{1B}[2J', ['a', 'b', 'c', 'd']],
	['the terminal is reset', '\u{1B}c', ['a', 'b', 'c', 'd']],
	['it is erased from the top', '\u{1B}[H\u{1B}[J', ['a', 'b', 'c', 'd']],
	['it is erased below the cursor', '\u{1B}[3;2H\u{1B}[J', ['d']],
	['it is erased above the cursor', '\u{1B}[3;2H\u{1B}[1J', ['a', 'b']],
	['rows are deleted', '\u{1B}[2;1H\u{1B}[2M', ['b', 'c']],
	['rows are inserted', '\u{1B}[2;1H\u{1B}[2L', ['c', 'd']],
	['rows are scrolled up', '\u{1B}[2S', ['a', 'b']],
	['rows are scrolled down', '\u{1B}[2T', ['c', 'd']],
	['the cursor goes up from the top row', '\u{1B}[H\u{1B}M', ['d']],
	['a region scrolls', '\u{1B}[2;3r\u{1B}[3;1H\n', ['b']],
	['rows are inserted without end', '\u{1B}[H\u{1B}[999999999L', ['a', 'b', 'c', 'd']],
] as const) {
	test(`lines are told when ${name}`, t => {
		const {emulator, gone} = start();
		emulator.write('a\r\nb\r\nc\r\nd');
		emulator.write(sequence);
		t.deepEqual(gone, expected);
	});
}

test('lines of the alternate screen are told when it is left, the others when they come back', t => {
	const {emulator, gone} = start();
	emulator.write('shell\u{1B}[?1049h\u{1B}[Hfull\r\nscreen\u{1B}[?1049l');
	t.deepEqual(gone, ['full', 'screen']);
	t.deepEqual(emulator.readLines(), ['shell']);
});

test('concealed text is not read', t => {
	const {emulator} = start();
	emulator.write('a \u{1B}[8msecret\u{1B}[m b\r\n\u{1B}[8mall\u{1B}[m\r\n\u{1B}[31;41msame colours');
	t.deepEqual(emulator.readLines(), ['a        b', 'same colours']);
});

test('characters of every kind are read as they are shown', t => {
	const {emulator} = start(40, 4);
	emulator.write('é ü ж │─ ⣿ 漢字 👩\u{200D}👩\u{200D}👧 e\u{301} a\u{AD}b');
	t.deepEqual(emulator.readLines(), ['é ü ж │─ ⣿ 漢字 👩\u{200D}👩\u{200D}👧 e\u{301} a b']);
});

test('a line of any length is told in pieces that overlap', t => {
	const {emulator, gone} = start(100, 5);
	const text = Array.from({length: 20_000}, (_, index) => `<${index}>`).join('');
	emulator.write(`${text}\r\n\n\n\n\n\n`);
	t.true(gone.every(piece => piece.length <= 32 * 1024));
	t.true(gone.length > 2);
	t.true(Array.from({length: 20_000}, (_, index) => `<${index}>`).every(word => gone.some(piece => piece.includes(word))));
});

test('nothing is read anew when nothing has changed', t => {
	const {emulator} = start();
	emulator.write('a');
	const lines = emulator.readLines();
	t.is(emulator.readLines(), lines);
});
