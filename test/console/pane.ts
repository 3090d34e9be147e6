import test from 'ava';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import type {PaneView} from '../../source/console/pane/pane-frame.ts';
import {makeView, paintOn} from '../helpers/paint-on.ts';
import {Viewer} from '../helpers/viewer.ts';

const size = {columns: 10, rows: 4};

function start(bytes: string, view: Partial<PaneView> = {}) {
	const emulator = createEmulator(size);
	emulator.write(bytes);
	const viewer = new Viewer(20, 8);
	const painting = paintOn({emulator, view: {terminal: viewer, ...view}});
	return {
		emulator,
		viewer,
		...painting,
		/** Paint, show it to the viewer, and tell which rows were addressed. */
		paint() {
			const result = painting.pane.paint();
			return {result, rows: deliver(viewer, painting.takeWritten())};
		},
	};
}

function deliver(viewer: Viewer, output: string): readonly number[] {
	viewer.write(output);
	return Array.from(output.matchAll(/\u{1B}\[(?<row>\d+);\d+H/gv), ({groups}) => Number(groups?.row) - 1);
}

test('the first frame has every row', t => {
	const {paint, viewer} = start('one\r\ntwo\u{1B}[?25l');
	t.deepEqual(paint().rows, [0, 1, 2, 3]);
	t.deepEqual(viewer.readLines().slice(0, 2).map(line => line.slice(0, 3)), ['one', 'two']);
});

test('later frames have the rows that changed', t => {
	const {paint, emulator} = start('one\r\ntwo\u{1B}[?25l');
	paint();
	emulator.write('\u{1B}[3;1Hthree');
	t.deepEqual(paint(), {result: 'painted', rows: [2]});
});

test('without a change nothing is written', t => {
	const {paint, emulator} = start('one\u{1B}[?25l');
	paint();
	emulator.write('\u{1B}[1;1Hone');
	t.deepEqual(paint(), {result: 'unchanged', rows: []});
});

test('a cursor that moves changes the row it left and the row it came to', t => {
	const {paint, emulator} = start('one\r\ntwo');
	paint();
	emulator.write('\u{1B}[4;2H');
	t.deepEqual(paint().rows.toSorted((a, b) => a - b), [1, 3]);
});

test('the recorded cursor is an inverse cell', t => {
	const {paint, viewer} = start('one\u{1B}[1;2H');
	paint();
	const cells = viewer.readCells(0);
	t.is(cells.get(1)?.text, 'n');
	t.is(cells.get(1)?.look, '- - .....x...');
	t.is(cells.get(0)?.look, '- - .........');
	t.is(cells.get(2)?.look, '- - .........');
});

test('the cursor stands on blank cells, wide characters and past the last column too', t => {
	const lookAt = (bytes: string, column: number) => {
		const {paint, viewer} = start(bytes);
		paint();
		return viewer.readCells(0).get(column)?.look;
	};

	t.is(lookAt('a\u{1B}[1;8H', 7), '- - .....x...');
	t.is(lookAt('漢字\u{1B}[1;1H', 0), '- - .....x...');
	t.is(lookAt('0123456789', 9), '- - .....x...');
	t.is(lookAt('\u{1B}[7mabc\u{1B}[1;2H', 1), '- - .........');
});

test('a hidden cursor is not drawn', t => {
	const {paint, viewer} = start('one\u{1B}[1;2H\u{1B}[?25l');
	paint();
	t.is(viewer.readCells(0).get(1)?.look, '- - .........');
});

test('after something else has drawn, every row is painted again', t => {
	const {paint, pane, viewer, takeWritten} = start('one\u{1B}[?25l');
	paint();
	viewer.write('\u{1B}[H\u{1B}[2J');
	pane.repaint();
	t.deepEqual(deliver(viewer, takeWritten()), [0, 1, 2, 3]);
	t.is(viewer.readLines()[0]?.slice(0, 3), 'one');
});

test('at another place the old one is blanked', t => {
	const {paint, settings, emulator, viewer} = start('one\r\ntwo\u{1B}[?25l');
	paint();
	settings.view = makeView(emulator, {terminal: viewer, rectangle: {left: 4, top: 2, columns: 10, rows: 4}});
	paint();
	t.deepEqual(viewer.readLines().slice(0, 5), ['', '', '    one', '    two', '']);
});

test('rows that the terminal has lost are not blanked: the last row is not theirs', t => {
	const {paint, settings, emulator} = start('one\u{1B}[?25l');
	paint();
	settings.view = makeView(emulator, {terminal: {columns: 20, rows: 3}, rectangle: {left: 0, top: 0, columns: 10, rows: 2}});
	t.deepEqual(paint().rows, [0, 1, 2, 0, 1]);
});

test('erased, the pane leaves blanks and nothing else', t => {
	const {paint, pane, viewer, takeWritten} = start('one\r\ntwo', {rectangle: {left: 2, top: 1, columns: 5, rows: 2}});
	viewer.write('#'.repeat(20 * 4));
	paint();
	pane.erase();
	deliver(viewer, takeWritten());
	t.deepEqual(viewer.readLines().slice(0, 4), ['#'.repeat(20), `##     ${'#'.repeat(13)}`, `##     ${'#'.repeat(13)}`, '#'.repeat(20)]);
	pane.erase();
	t.is(takeWritten(), '');
	paint();
	t.is(viewer.readLines()[1]?.slice(2, 5), 'one');
});

test('cells beside the pane and the cursor of the frame are left alone', t => {
	const {paint, viewer} = start('one', {rectangle: {left: 3, top: 1, columns: 5, rows: 2}});
	viewer.write(`${'#'.repeat(20 * 8)}\u{1B}[6;7H`);
	paint();
	t.is(viewer.readLines()[1], `###one  ${'#'.repeat(12)}`);
	t.is(viewer.readLines()[3], '#'.repeat(20));
	t.deepEqual(viewer.readCursor(), [6, 5]);
});

test('a recording smaller than the pane gets an edge', t => {
	const {paint, viewer} = start('one\u{1B}[?25l', {rectangle: {left: 0, top: 0, columns: 14, rows: 6}});
	paint();
	t.deepEqual(viewer.readLines(), ['one       │', '          │', '          │', '          │', '──────────┘', '', '', '']);
	t.is(viewer.readCells(0).get(10)?.look, '- - .x.......');
});

test('the edge moves with the recorded size', t => {
	const {paint, viewer, emulator} = start('one\u{1B}[?25l', {rectangle: {left: 0, top: 0, columns: 14, rows: 6}});
	paint();
	emulator.resize(5, 2);
	paint();
	t.deepEqual(viewer.readLines(), ['one  │', '     │', '─────┘', '', '', '', '', '']);
});

test('with ASCII only the edge is ASCII and unknown characters are counted', t => {
	const {paint, viewer, pane} = start('é漢😀\u{1B}[?25l', {isAscii: true, rectangle: {left: 0, top: 0, columns: 14, rows: 6}});
	paint();
	t.deepEqual(viewer.readLines().slice(0, 5), ['?????     |', '          |', '          |', '          |', '----------+']);
	t.is(pane.countUnshown(), 3);
});

test('the banner takes the first line, whatever part is shown', t => {
	const {paint, viewer} = start('one\r\ntwo\u{1B}[?25l', {banner: '╳ scribery: lost', pan: {column: 2, row: 0}});
	paint();
	t.deepEqual(viewer.readLines().slice(0, 2), ['╳ scribery', 'o       │']);
	t.is(viewer.readCells(0).get(9)?.look, '- - .....x...');
});

test('a dimmed pane is dim, its banner is not', t => {
	const {paint, viewer} = start('one\r\n\u{1B}[1mtwo', {isDimmed: true, banner: 'x'});
	paint();
	t.is(viewer.readCells(1).get(0)?.look, '- - xx.......');
	t.is(viewer.readCells(0).get(0)?.look, '- - .....x...');
});

test('the terminal\'s last cell is never written', t => {
	const {paint, viewer, takeWritten} = start('0123456789'.repeat(4), {rectangle: {left: 10, top: 4, columns: 10, rows: 4}});
	t.is(paint().result, 'painted');
	takeWritten();
	t.is(viewer.readLines()[6]?.slice(10), '0123456789');
	t.is(viewer.readLines()[7]?.slice(10), '012345678');
});

test('while the program holds its frame back the frame before stays, even when it must be painted again', t => {
	const {paint, pane, settings, emulator, viewer, takeWritten} = start('one\u{1B}[?25l');
	paint();
	settings.isHeld = true;
	emulator.write('\u{1B}[1;1Htorn');
	t.is(paint().result, 'unchanged');
	pane.repaint();
	deliver(viewer, takeWritten());
	t.is(viewer.readLines()[0]?.trimEnd(), 'one');
	settings.isHeld = false;
	paint();
	t.is(viewer.readLines()[0]?.trimEnd(), 'torn');
});

test('a slow terminal gets no frames, and the newest when it has caught up', t => {
	const {paint, settings, emulator, viewer, takeWritten} = start('one\u{1B}[?25l');
	paint();
	settings.isSlow(true);
	emulator.write('\u{1B}[1;1Htwo');
	t.is(paint().result, 'dropped');
	emulator.write('\u{1B}[1;1Hsix');
	t.is(paint().result, 'dropped');
	settings.isSlow(false);
	t.deepEqual(deliver(viewer, takeWritten()), [0]);
	t.is(viewer.readLines()[0]?.trimEnd(), 'six');
});

test('hidden, the pane writes nothing', t => {
	const {paint, settings} = start('one');
	settings.isHidden = true;
	t.is(paint().result, 'unchanged');
});

test('a terminal that knows other widths errs in one cell only', t => {
	// Older terminals give this picture one cell; the emulator gives it two.
	const emulator = createEmulator(size);
	emulator.write('a😀b漢c\u{1B}[?25l');
	const {pane, takeWritten} = paintOn({emulator});
	pane.paint();
	const [row = ''] = takeWritten().split('\u{1B}[2;1H', 1);
	t.regex(row, /a😀\u{1B}\[4Gb漢\u{1B}\[7Gc/v);
});

test('no output has a line feed, and each is whole: begun, ended, in one write', t => {
	const {pane, takeWritten} = start('one\r\ntwo\n\u{1B}[31mred');
	pane.paint();
	const output = takeWritten();
	t.false(output.includes('\n'));
	t.true(output.startsWith('\u{1B}[?2026h\u{1B}7'));
	t.true(output.endsWith('\u{1B}8\u{1B}[?2026l'));
});

test('a regular expression that never ends on what is recorded does not hold up the pane', t => {
	const emulator = createEmulator({columns: 50, rows: 4});
	emulator.write(`${'a'.repeat(40)}!\r\nroot\u{1B}[?25l`);
	const patterns = [{type: 'regex', source: String.raw`(\w+\s?)+:$`, isIgnoringCase: false}, {type: 'word', text: 'root'}] as const;
	const {pane, costly, takeWritten} = paintOn({emulator, view: {patterns}});
	t.is(pane.paint(), 'painted');
	t.true(takeWritten().includes('\u{1B}[0;7mroot'));
	emulator.write('\u{1B}[4;1Hmore');
	t.is(pane.paint(), 'painted');
	t.deepEqual(costly, [String.raw`/(\w+\s?)+:$/ is too costly to mark here.`]);
	emulator.close();
});
