import process from 'node:process';
import {openPane} from '../source/console/pane.ts';
import type {PaneView} from '../source/console/pane/pane-frame.ts';
import {createEmulator} from '../source/terminal/create-emulator.ts';
import {writeResult} from './parts/write-result.ts';

// What one frame of a playing recording costs: interpreting its bytes, reading the changed rows, writing them for the auditor's terminal. The terminal itself is left out.
const frames = 400;
const warmUp = 50;
const sizes = [{columns: 80, rows: 24}, {columns: 120, rows: 40}, {columns: 200, rows: 60}];

type Size = (typeof sizes)[number];

/** Each makes the bytes of a frame. */
const kinds: Readonly<Record<string, (size: Size, frame: number) => string>> = {
	'dense: all rows, a colour of 256 each 8 cells': (size, frame) => makeRows(size, size.rows, (row, column) => column % 8 === 0 ? `\u{1B}[38;5;${16 + ((row + column + frame) % 216)}m` : '', frame),
	'worst: a direct colour and background each cell': (size, frame) => makeRows(size, size.rows, (row, column) => `\u{1B}[38;2;${((row * 7) + frame) % 256};${(column * 3) % 256};90;48;2;${column % 256};${(row + frame) % 256};30m`, frame),
	'wide: all rows, a wide character each 2 cells': ({columns, rows}, frame) => Array.from({length: rows}, (_, row) => `\u{1B}[${row + 1};1H${Array.from({length: Math.floor(columns / 2)}, (_cell, cell) => String.fromCodePoint(0x4E_00 + (((row * 97) + (cell * 13) + frame) % 20_000))).join('')}`).join(''),
	'light: three rows': (size, frame) => makeRows(size, 3, () => '', frame),
};

const table = Object.entries(kinds).flatMap(([kind, makeFrame]) => sizes.map(size => {
	const {cpuMs, bytes} = measure(size, makeFrame);
	return `| ${kind} | ${size.columns}×${size.rows} | ${cpuMs.toFixed(2)} | ${Math.floor(1000 / cpuMs)} | ${(cpuMs * 3).toFixed(1)} % | ${(bytes / 1000).toFixed(1)} |`;
}));
writeResult('pane', 'Painting the pane', [
	`Emulator and pane alone, ${frames} frames each after ${warmUp} to warm up, written to nowhere; all of the frame's rows change. CPU is user and system time of the process.`,
	'',
	'| recording | size | CPU ms a frame | most frames a second | CPU at 30 a second | KB a frame |',
	'| --- | --- | --- | --- | --- | --- |',
	...table,
].join('\n'));

function makeRows({columns}: Size, rows: number, style: (row: number, column: number) => string, frame: number): string {
	const cell = (row: number, column: number) => style(row, column) + String.fromCodePoint(33 + (((row * 31) + column + (frame * 7)) % 90));
	return Array.from({length: rows}, (_, row) => `\u{1B}[${row + 1};1H${Array.from({length: columns}, (_cell, column) => cell(row, column)).join('')}`).join('');
}

function measure(size: Size, makeFrame: (size: Size, frame: number) => string): {readonly cpuMs: number; readonly bytes: number} {
	const emulator = createEmulator(size);
	const view: PaneView = {
		rectangle: {left: 0, top: 1, ...size}, terminal: {columns: size.columns, rows: size.rows + 4}, pan: {column: 0, row: 0}, isDimmed: false, banner: undefined, footer: undefined, patterns: [], chosen: undefined, isAscii: false, isMono: false,
	};
	let bytes = 0;
	const output = {
		writableNeedDrain: false,
		write(text: string) {
			bytes += text.length;
		},
		once: () => undefined,
	};
	const pane = openPane(output, 'truecolor', {readFrame: () => ({emulator, view, isHeld: false}), onCostly: () => undefined});
	const made = Array.from({length: frames + warmUp}, (_, frame) => new TextEncoder().encode(makeFrame(size, frame)));
	let start = process.cpuUsage();
	for (const [index, frame] of made.entries()) {
		if (index === warmUp) {
			bytes = 0;
			start = process.cpuUsage();
		}

		emulator.write(frame);
		pane.paint();
	}

	const {user, system} = process.cpuUsage(start);
	emulator.close();
	return {cpuMs: (user + system) / 1000 / frames, bytes: bytes / frames};
}
