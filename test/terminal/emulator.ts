import test from 'ava';
import fc from 'fast-check';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {plainStyle} from '../../source/terminal/style.ts';
import {checkProperty} from '../helpers/check-property.ts';
import {feedTraffic, lookAt, terminalTraffic} from '../helpers/terminal-traffic.ts';

const size = {columns: 20, rows: 4};

test('a screen is plain text with blanks at the ends of rows cut', t => {
	const emulator = createEmulator(size);
	emulator.write('\u{1B}[31mone\u{1B}[0m   \r\n  two\u{1B}]0;title\u{7}\r\n');
	t.deepEqual(emulator.readScreen(), {columns: 20, rows: 4, lines: ['one', '  two', '', ''], cursor: {column: 0, row: 2, isVisible: true}});
});

test('neighbouring cells of one style are one span, a wide character and a cluster one each', t => {
	const emulator = createEmulator(size);
	emulator.write('ab\u{1B}[1;38;5;9mcd漢e\u{301}f\u{1B}[m');
	const style = {...plainStyle, isBold: true, foreground: {type: 'palette', index: 9}};
	t.deepEqual(emulator.readRow(0), [
		{column: 0, columns: 2, text: 'ab', style: plainStyle},
		{column: 2, columns: 2, text: 'cd', style},
		{column: 4, columns: 2, text: '漢', style},
		{column: 6, columns: 1, text: 'e\u{301}', style},
		{column: 7, columns: 1, text: 'f', style},
	]);
});

test('a coloured blank at the end of a row is shown', t => {
	const emulator = createEmulator(size);
	emulator.write('a\u{1B}[48;2;1;2;3m\u{1B}[2X');
	t.deepEqual(emulator.readRow(0)[1], {column: 1, columns: 2, text: '  ', style: {...plainStyle, background: {type: 'direct', rgb: 0x01_02_03}}});
});

test('characters that change the direction of text or take no cell are not on the screen', t => {
	const emulator = createEmulator(size);
	emulator.write('a\u{202E}b\u{200B}c\u{2066}d\u{FEFF}e\u{200D}f \u{1B}[m\u{200D}g');
	t.is(emulator.readScreen().lines[0], 'abcdef  g');
});

test('an emoji of several characters is one cell pair', t => {
	const emulator = createEmulator(size);
	emulator.write('👨‍👩‍👧🇫🇷x');
	t.deepEqual(emulator.readRow(0).map(({column, columns, text}) => [column, columns, text]), [[0, 2, '👨‍👩‍👧'], [2, 2, '🇫🇷'], [4, 1, 'x']]);
});

test('a size out of bounds is clamped', t => {
	const emulator = createEmulator({columns: 65_535, rows: 65_535});
	t.deepEqual([emulator.columns, emulator.rows], [500, 300]);
	emulator.resize(0, 0);
	t.deepEqual([emulator.columns, emulator.rows], [2, 1]);
});

test('a reset emulator is blank and of the new size', t => {
	const emulator = createEmulator(size);
	emulator.write('\u{1B}[?25l\u{1B}[20h\u{1B}[?47htext\u{1B}[');
	emulator.reset({columns: 10, rows: 2});
	t.is(lookAt(emulator), lookAt(createEmulator({columns: 10, rows: 2})));
	t.true(emulator.isAtRest());
});

test('synchronized output holds the paint until it ends', t => {
	const emulator = createEmulator(size);
	emulator.write('\u{1B}[?2026ha');
	t.true(emulator.isHoldingPaint());
	emulator.write('\u{1B}[?2026l');
	t.false(emulator.isHoldingPaint());
});

test('an emulator rests only between sequences and characters', t => {
	const emulator = createEmulator(size);
	t.true(emulator.isAtRest());
	emulator.write('\u{1B}[3');
	t.false(emulator.isAtRest());
	emulator.write('1m');
	t.true(emulator.isAtRest());
	emulator.write(Uint8Array.of(0xC3));
	t.false(emulator.isAtRest());
	emulator.write(Uint8Array.of(0xA9));
	t.true(emulator.isAtRest());
	emulator.write('\u{1B}]0;half a title');
	t.false(emulator.isAtRest());
});

test('each row that changes is among the dirty ones', t => {
	checkProperty(t, fc.property(fc.array(terminalTraffic, {maxLength: 20}), terminalTraffic, (before, piece) => {
		const emulator = createEmulator(size);
		feedTraffic(emulator, before);
		const rows = Array.from({length: emulator.rows}, (_, row) => emulator.readRow(row));
		emulator.takeDirtyRows();
		feedTraffic(emulator, [piece]);
		const dirty = new Set(emulator.takeDirtyRows());
		return rows.every((spans, row) => dirty.has(row) || row >= emulator.rows || JSON.stringify(spans) === JSON.stringify(emulator.readRow(row)));
	}));
});

test('where output is cut does not change the screen', t => {
	const texts = fc.array(terminalTraffic.filter(piece => typeof piece === 'string'), {maxLength: 30}).map(pieces => pieces.join(''));
	checkProperty(t, fc.property(texts, fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 10}), (text, sizes) => {
		const bytes = new TextEncoder().encode(text);
		const whole = createEmulator(size);
		const cut = createEmulator(size);
		whole.write(bytes);
		for (let offset = 0, index = 0; offset < bytes.length; index++) {
			const length = sizes[index % sizes.length] ?? 1;
			cut.write(bytes.subarray(offset, offset + length));
			offset += length;
		}

		return lookAt(whole) === lookAt(cut) && whole.isAtRest() === cut.isAtRest();
	}));
});
