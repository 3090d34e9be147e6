import test from 'ava';
import type {ExecutionContext} from 'ava';
import fc from 'fast-check';
import {createEmulator} from '../../../source/terminal/create-emulator.ts';
import type {PaneView} from '../../../source/console/pane/pane-frame.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {paintOn} from '../../helpers/paint-on.ts';
import {Viewer} from '../../helpers/viewer.ts';
import type {ViewedCell} from '../../helpers/viewer.ts';

const columns = 40;
const rows = 8;

/** Show bytes directly in one terminal, and by way of the emulator and the pane in another. */
function showBoth(bytes: string, view: Partial<PaneView> = {}) {
	const direct = new Viewer(columns, rows);
	direct.write(`${bytes}\u{1B}[?25l`);
	const emulator = createEmulator({columns, rows});
	emulator.write(`${bytes}\u{1B}[?25l`);
	const painted = new Viewer(60, 12);
	painted.write('\u{1B}[44m'.padEnd(500, '#'));
	const {pane, takeWritten} = paintOn({emulator, view: {terminal: painted, ...view}});
	pane.paint();
	painted.write(takeWritten());
	emulator.close();
	return {direct, painted};
}

function assertSame(t: ExecutionContext, bytes: string, {left, top, pan, width, height}: {left: number; top: number; pan: {column: number; row: number}; width: number; height: number}): void {
	const {direct, painted} = showBoth(bytes, {rectangle: {left, top, columns: width, rows: height}, pan});
	for (let line = 0; line < Math.min(height, rows - pan.row); line++) {
		const expected = crop(direct.readCells(pan.row + line), pan.column, Math.min(width, columns - pan.column));
		const found = crop(painted.readCells(top + line), left, Math.min(width, columns - pan.column));
		t.deepEqual(found, expected, `row ${line}`);
	}
}

/** Cells from a column on, numbered from 0; a wide character cut by an edge is blank. */
function crop(cells: ReadonlyMap<number, ViewedCell>, from: number, width: number): ReadonlyMap<number, ViewedCell> {
	const cropped = new Map<number, ViewedCell>();
	for (const [column, cell] of cells) {
		for (let part = 0; part < cell.columns; part++) {
			const place = column + part - from;
			const isWhole = column >= from && column + cell.columns <= from + width;
			if (place >= 0 && place < width && (part === 0 || !isWhole)) {
				cropped.set(place, isWhole ? cell : {text: ' ', columns: 1, look: cell.look});
			}
		}
	}

	return cropped;
}

const whole = {left: 0, top: 0, pan: {column: 0, row: 0}, width: columns, height: rows};
const crops = {
	'the whole screen': whole,
	'a place inside the terminal': {...whole, left: 5, top: 2},
	'a crop at an odd column': {...whole, left: 3, top: 1, pan: {column: 7, row: 2}, width: 17, height: 5},
	'a crop at an even column': {...whole, pan: {column: 8, row: 0}, width: 16},
};

const samples: Readonly<Record<string, string>> = {
	'plain text': 'plain text, and more of it on this row',
	'wide characters': '漢字かな 한글 end',
	emoji: '😀🎉 ok 🇫🇷 fr 👨\u{200D}👩\u{200D}👧 fam ❤\u{FE0F} h',
	'combining marks': 'e\u{301}a\u{308} z\u{335} \u{E17}\u{E49}',
	'line drawing': '\u{1B}(0lqqqk x x mqqj\u{1B}(B ┌─┬─┐│ ▏▎▍█ ⠋⣿',
	'direct colours': '\u{1B}[38;2;250;100;5;48;2;1;2;60mtruecolor\u{1B}[0m x',
	'palette colours': '\u{1B}[38;5;201;48;5;17m256\u{1B}[0m \u{1B}[91;104mbright\u{1B}[0m \u{1B}[31;42mfirst\u{1B}[0m',
	'each attribute': '\u{1B}[1mB\u{1B}[0m\u{1B}[2mD\u{1B}[0m\u{1B}[3mI\u{1B}[0m\u{1B}[4mU\u{1B}[0m\u{1B}[7mINV\u{1B}[0m\u{1B}[9mS\u{1B}[0m\u{1B}[53mO\u{1B}[0m\u{1B}[5mBL\u{1B}[0m\u{1B}[8mHID\u{1B}[0m',
	'coloured blanks to the end of the row': '\u{1B}[44mblue to the end\u{1B}[K\u{1B}[0m',
	'long blanks between words': `a${' '.repeat(20)}b`,
	'a wide character in the last column': `${'W'.repeat(columns - 2)}漢`,
	'full rows that wrap': 'abcdefghij'.repeat(12),
	'tabs and jumps': 'a\tb\tc\u{1B}[5;20Hx\u{1B}[7;3Hy',
};
for (const [where, place] of Object.entries(crops)) {
	for (const [name, bytes] of Object.entries(samples)) {
		test(`${name}: ${where} looks as it would in the auditor's own terminal`, t => {
			assertSame(t, bytes, place);
		});
	}
}

test('any mix of text, colours and moves looks the same, whole or cropped', t => {
	const piece = fc.oneof(
		fc.constantFrom(...Object.values(samples)),
		fc.string({unit: fc.constantFrom(...'abc XYZ漢字é█─😀')}),
		fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9, 22, 27, 31, 38, 44, 53, 97, 102), {maxLength: 3}).map(codes => `\u{1B}[${codes.filter(code => code !== 38).join(';')}m`),
		fc.tuple(fc.integer({min: 1, max: rows}), fc.integer({min: 1, max: columns})).map(([row, column]) => `\u{1B}[${row};${column}H`),
		fc.constantFrom('\u{1B}[K', '\u{1B}[1K', '\u{1B}[2J', '\r\n', '\u{1B}[4@', '\u{1B}[3P', '\u{1B}[L', '\u{1B}[M', '\u{1B}[5X'),
	);
	const place = fc.record({
		left: fc.nat(15), top: fc.nat(3), width: fc.integer({min: 1, max: 44}), height: fc.integer({min: 1, max: 8}),
		pan: fc.record({column: fc.nat(columns - 1), row: fc.nat(rows - 1)}),
	});
	checkProperty(t, fc.property(fc.array(piece, {maxLength: 12}), place, (pieces, somewhere) => {
		assertSame(t, pieces.join(''), somewhere);
	}), {numRuns: 200});
});
