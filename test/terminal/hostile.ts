import process from 'node:process';
import test from 'ava';
import fc from 'fast-check';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {lookAt, terminalTraffic, feedTraffic} from '../helpers/terminal-traffic.ts';
import {checkProperty} from '../helpers/check-property.ts';

const size = {columns: 120, rows: 40};
const mostMs = 500; // Unguarded, the worst of these took half an hour; guarded, none takes 5 ms.

for (const final of ['L', 'M', 'S', 'T', 'P', '@', 'X', 'b', 'I', 'Z', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'a', 'd', 'e', '`', 'r', 'g', 'm', 'h', 'l', 't', ' @', ' A', '\'}', '\'~', ' q', '$p', '!p']) {
	test(`CSI 999999999 ${JSON.stringify(final)} ends at once`, t => {
		const emulator = createEmulator(size);
		emulator.write('ab\u{1B}[5;5Hx');
		const startMs = performance.now();
		emulator.write(`\u{1B}[999999999${final}`);
		emulator.write(`\u{1B}[999999999;999999999;999999999${final}`);
		t.true(performance.now() - startMs < mostMs);
	});
}

test('a clamped count does what the whole count would', t => {
	const emulator = createEmulator({columns: 4, rows: 3});
	emulator.write('a\r\nb\r\nc\u{1B}[2;1H\u{1B}[999999999L');
	t.deepEqual(emulator.readScreen().lines, ['a', '', '']);
	emulator.write('x\u{1B}[999999999b');
	t.deepEqual(emulator.readScreen().lines, ['xxxx', 'xxxx', 'x']);
});

for (const [name, final] of Object.entries({'inserting rows': 'L', 'deleting rows': 'M', 'scrolling up': 'S', 'scrolling down': 'T'})) {
	test(`${name} many at once does what it does one by one`, t => {
		const draw = fc.tuple(fc.integer({min: 1, max: 8}), fc.constantFrom('one', 'two\r\nthree', 'a long line that wraps', '\u{1B}[41m red \u{1B}[K', '漢字', '\u{1B}[2;5r', '\u{1B}[?6h', '\u{1B}[r', '\u{1B}[?6l', '\u{1B}[?1049h')).map(([row, text]) => `\u{1B}[${row}H${text}`);
		checkProperty(t, fc.property(fc.array(draw, {maxLength: 12}), fc.integer({min: 1, max: 8}), fc.integer({min: 1, max: 12}), (drawn, row, count) => {
			const [atOnce, single] = [createEmulator({columns: 12, rows: 7}), createEmulator({columns: 12, rows: 7})];
			for (const emulator of [atOnce, single]) {
				emulator.write(`${drawn.join('')}\u{1B}[${row}H`);
				emulator.takeDirtyRows();
			}

			atOnce.write(`\u{1B}[${count}${final}x\r\ny`);
			single.write(`${`\u{1B}[${final}`.repeat(count)}x\r\ny`);
			return lookAt(atOnce) === lookAt(single) && String(atOnce.takeDirtyRows()) === String(single.takeDirtyRows());
		}), {numRuns: 300});
	});
}

test('a cell holds 16 code points at most', t => {
	const emulator = createEmulator(size);
	emulator.write('e' + '\u{301}'.repeat(80_000));
	emulator.write('👩\u{200D}'.repeat(10_000));
	const longest = Array.from({length: size.rows}, (_, row) => emulator.readRow(row).map(span => span.columns > 2 ? 0 : [...span.text].length)).flat();
	t.is(Math.max(...longest), 16);
});

for (const [name, start] of Object.entries({osc: '\u{1B}]0;', 'osc 8': '\u{1B}]8;;', 'unknown osc': '\u{1B}]777;', dcs: '\u{1B}P1;2q', decrqss: '\u{1B}P$q', apc: '\u{1B}_G', pm: '\u{1B}^', sos: '\u{1B}X', 'C1 osc': '\u{9D}52;c;', 'C1 dcs': '\u{90}q'})) {
	test(`an endless ${name} string of 20 MB shows nothing and takes no memory`, t => {
		const emulator = createEmulator(size);
		const piece = new TextEncoder().encode('payload '.repeat(128 * 1024));
		emulator.write(`before${start}`);
		const heapBytes = process.memoryUsage().heapUsed;
		for (let count = 0; count < 20; count++) {
			emulator.write(piece);
		}

		t.true(process.memoryUsage().heapUsed - heapBytes < 64 * 1024 * 1024);
		emulator.write('\u{1B}\\after');
		t.is(emulator.readScreen().lines[0], 'beforeafter');
	});
}

test('no sequence has an effect outside the emulator', t => {
	const queries = ['\u{1B}[c', '\u{1B}[>c', '\u{1B}[5n', '\u{1B}[6n', '\u{1B}[?6n', '\u{1B}[?1$p', '\u{1B}[18t', '\u{1B}[21t', '\u{1B}]10;?\u{7}', '\u{1B}]4;1;?\u{7}', '\u{1B}P$qm\u{1B}\\', '\u{5}', '\u{1B}]52;c;?\u{7}', '\u{1B}]52;c;aGk=\u{7}', '\u{1B}Z'];
	const emulator = createEmulator(size);
	const before = lookAt(emulator);
	let written = 0;
	const write = process.stdout.write.bind(process.stdout);
	process.stdout.write = () => {
		written++;
		return true;
	};

	emulator.write(queries.join(''));
	process.stdout.write = write;
	t.is(written, 0);
	t.is(lookAt(emulator), before);
});

test('no bytes make an emulator throw', t => {
	const bytes = fc.array(fc.oneof(fc.uint8Array({maxLength: 40}), fc.array(terminalTraffic, {maxLength: 5})), {maxLength: 20});
	checkProperty(t, fc.property(bytes, fc.integer({min: 2, max: 30}), fc.integer({min: 1, max: 10}), (pieces, columns, rows) => {
		const emulator = createEmulator({columns, rows});
		for (const piece of pieces) {
			if (piece instanceof Uint8Array) {
				emulator.write(piece);
			} else {
				feedTraffic(emulator, piece);
			}
		}

		for (let row = 0; row < emulator.rows; row++) {
			const spans = emulator.readRow(row);
			const isTiled = spans.every((span, index) => span.column === (index === 0 ? 0 : (spans[index - 1]?.column ?? 0) + (spans[index - 1]?.columns ?? 0)));
			if (!isTiled || spans.some(span => /[\p{Control}\u{200B}\u{202A}-\u{202E}\u{2066}-\u{2069}]/v.test(span.text))) {
				return false;
			}
		}

		return emulator.readCursor().column < emulator.columns && emulator.readCursor().row < emulator.rows;
	}), {numRuns: 300});
});
