import type {ConsoleDriver} from '../console-driver.ts';
import type {Mark} from './key-case.ts';

const cursor = '▸';

/** The row with the cursor, counted from the list's first one on the screen. */
export function findChosen(lines: readonly string[]): number {
	return lines.findIndex(line => line.startsWith(cursor));
}

/** The cursor stands at the row that has such a text. */
export function chooses(expected: RegExp): Mark {
	return console => expected.test(console.readLines().find(line => line.startsWith(cursor)) ?? '');
}

/** The cursor went on so many rows that were on the screen already; less than 0 is up. */
export function movesBy(rows: number): Mark {
	return (console, before) => {
		const to = before[findChosen(before) + rows];
		return to !== undefined && textOf(chosenLine(console)) === textOf(to);
	};
}

/** Any of some marks' rows: the cursor went on at least and at most so many rows of those named in order. */
export function choosesOneOf(names: readonly string[], from: number, until: number): Mark {
	return console => {
		const line = chosenLine(console);
		const at = names.findIndex(name => new RegExp(name, 'v').test(line));
		return at >= from && at <= until;
	};
}

/** The cursor went on so many rows; rows that were not on the screen are further on than any. */
export function goesBy(least: number, most: number): Mark {
	return (console, before) => {
		const from = findChosen(before);
		const text = textOf(chosenLine(console));
		const to = before.findIndex((line, index) => index > 2 && textOf(line) === text && line !== '');
		const distance = to === -1 ? Infinity : to - from;
		return text !== '' && distance >= least && distance <= most;
	};
}

/** The cursor went back so many rows. */
export function goesBackBy(least: number, most: number): Mark {
	return (console, before) => {
		const text = textOf(chosenLine(console));
		const to = before.findIndex((line, index) => index > 2 && textOf(line) === text && line !== '');
		const distance = to === -1 ? Infinity : findChosen(before) - to;
		return text !== '' && distance >= least && distance <= most;
	};
}

/** It came where it was not, or went where it was. */
export function toggles(mark: RegExp): Mark {
	return (console, before) => mark.test(console.readScreen()) !== mark.test(before.join('\n'));
}

/** What a pattern finds is another text than before. */
export function changes(pattern: RegExp): Mark {
	return (console, before) => {
		const now = pattern.exec(console.readScreen())?.[0];
		return now !== undefined && now !== pattern.exec(before.join('\n'))?.[0];
	};
}

/** A text stands elsewhere than before. */
export function moves(text: string): Mark {
	const placeOf = (lines: readonly string[]): string => {
		const row = lines.findIndex(line => line.includes(text));
		return row === -1 ? '' : `${row}:${lines[row]?.indexOf(text)}`;
	};

	return (console, before) => {
		const place = placeOf(console.readLines());
		return place !== '' && place !== placeOf(before);
	};
}

/** A field of a dialog has the keys: its label, or the words of its checkbox, are drawn as chosen. */
export function focusOn(label: string): Mark {
	return console => console.readBold().split('\n').some(line => line.startsWith(label));
}

/** The terminal's cursor stands in that column, counted from 0. */
export function cursorAt(column: number): Mark {
	return console => console.readCursor().column === column;
}

/** The text in the body is so many rows further on, or anything beyond what was to be seen. */
export function scrollsBy(least: number, most: number, top: number): Mark {
	return (console, before) => {
		const first = console.readLines()[top] ?? '';
		const at = before.indexOf(first, top);
		return (at === -1 ? before.length : at - top) >= least && (at === -1 || at - top <= most);
	};
}

/** As `scrollsBy`, back. */
export function scrollsBackBy(least: number, most: number, top: number): Mark {
	return (console, before) => {
		const was = before[top] ?? '';
		const at = console.readLines().indexOf(was, top);
		return (at === -1 ? before.length : at - top) >= least && (at === -1 || at - top <= most);
	};
}

/** It is not, or no longer, on the screen. */
export function no(mark: string | RegExp): Mark {
	return console => {
		const screen = console.readScreen();
		return !(typeof mark === 'string' ? screen.includes(mark) : mark.test(screen));
	};
}

/** All of them. */
export function all(...marks: readonly Mark[]): Mark {
	return (console, before) => marks.every(mark => typeof mark === 'function' ? mark(console, before) : (typeof mark === 'string' ? console.readScreen().includes(mark) : mark.test(console.readScreen())));
}

function chosenLine(console: ConsoleDriver): string {
	return console.readLines().find(line => line.startsWith(cursor)) ?? '';
}

function textOf(line: string): string {
	return line.slice(cursor.length).trimEnd();
}

/** A recording is open: its state and its place in time are told. */
export const openRecording: Mark = all(/[‖■▶]/v, /\d \/ \d+:\d\d/v);
