import test from 'ava';
import {readSelection, readWholeScreen} from '../../../../source/console/player/select/read-selection.ts';
import type {Selection} from '../../../../source/console/player/select/selection.ts';
import {createEmulator} from '../../../../source/terminal/create-emulator.ts';
import type {Emulator} from '../../../../source/terminal/emulator.ts';

const written = 'first line   \r\na line much longer than the window\r\n\u{1B}[31m日本語\u{1B}[0m ok\r\n';

function onScreen<Result>(read: (emulator: Emulator) => Result): Result {
	const emulator = createEmulator({columns: 16, rows: 8});
	emulator.write(written);
	const result = read(emulator);
	emulator.close();
	return result;
}

function choose(shape: Selection['shape'], [anchorRow, anchorColumn]: readonly [number, number], [row, column]: readonly [number, number]): string {
	return onScreen(emulator => readSelection(emulator, {shape, anchor: {row: anchorRow, column: anchorColumn}, cursor: {row, column}}));
}

test('the whole screen is copied with wrapped rows joined and blanks at the ends left out', t => {
	t.is(onScreen(emulator => readWholeScreen(emulator)), 'first line\na line much longer than the window\n日本語 ok');
});

test('with nothing begun the whole line under the cursor is copied', t => {
	for (const row of [1, 2, 3]) {
		t.is(choose('off', [0, 0], [row, 3]), 'a line much longer than the window');
	}
});

test('from one cell to another, in either order', t => {
	t.is(choose('line', [0, 6], [1, 5]), 'line\na line');
	t.is(choose('line', [1, 5], [0, 6]), 'line\na line');
});

test('a part of a wrapped line is one line', t => {
	t.is(choose('line', [1, 7], [2, 4]), 'much longer th');
});

test('a block has a line for each row, none joined', t => {
	t.is(choose('block', [0, 0], [2, 3]), 'firs\na li\ner t');
	t.is(choose('block', [2, 3], [0, 0]), 'firs\na li\ner t');
});

test('half of a wide character is copied whole', t => {
	t.is(choose('line', [4, 1], [4, 2]), '日本');
});
