import type {SeenLine} from '../store/moments.ts';
import type {CursorLine} from '../terminal/line-reader.ts';
import {createLineEditor} from './line-editor.ts';
import {createKeyReader} from './read-keys.ts';

const mostUnsure = 64; // Lines that wait for the terminal to show them; older ones were not shown.
const patienceMs = 5000; // Typed ahead, a line is shown when the program before it has ended. A secret never is.
const leastAlone = 3;

/** Turns what was typed into lines, without what the terminal did not show: passwords. */
export type TypedCollector = {
	/** `readCursorLine` gives what stands in the cursor's line now. */
	readonly type: (data: Uint8Array, positionMs: number, readCursorLine: () => CursorLine) => void;
	/** The terminal shows these lines. */
	readonly show: (lines: readonly string[], positionMs: number) => void;
	/** There was output: what was typed before could not be shown, a secret as little as anything else, and is left out. */
	readonly markOutput: () => void;
	/** Whether lines wait for being shown. */
	readonly isWaiting: () => boolean;
	readonly takeClosed: () => readonly SeenLine[];
};

/** A line typed, and what stood before the cursor when it began. */
type TypedLine = {
	readonly parts: readonly string[];
	readonly prompt: string;
	readonly fromMs: number;
	readonly untilMs: number;
};

/** Collect typed lines: one for each Enter, as it was after the mending of mistakes. */
export function createTypedCollector(): TypedCollector {
	const keys = createKeyReader();
	const editor = createLineEditor();
	let began: {readonly prompt: string; readonly fromMs: number} | undefined;
	let lastMs = 0;
	let hasOutput = false;
	let unsure: TypedLine[] = [];
	let closed: SeenLine[] = [];

	function readTyped(): TypedLine | undefined {
		const parts = editor.readParts();
		return began === undefined || parts.every(part => part.trim() === '') ? undefined : {...began, parts, untilMs: lastMs};
	}

	function end(readCursorLine: () => CursorLine): void {
		const line = readTyped();
		editor.clear();
		began = undefined;
		if (line === undefined) {
			return;
		}

		if (isCursorLine(line, readCursorLine().text)) {
			closed.push(describe(line));
		} else {
			unsure = [...unsure.slice(1 - mostUnsure), line];
		}
	}

	return {
		type(data, positionMs, readCursorLine) {
			const pressed = keys.read(data); // A key may begin before the output and end behind it.
			for (const key of hasOutput ? pressed : []) {
				lastMs = positionMs;
				if (key.type === 'enter' || key.type === 'leave') {
					end(readCursorLine);
					continue;
				}

				if (key.type === 'text') {
					began ??= {prompt: readCursorLine().before, fromMs: positionMs};
				}

				editor.press(key);
			}
		},
		show(lines, positionMs) {
			const waiting = unsure.filter(line => positionMs - line.untilMs <= patienceMs);
			const shown = waiting.filter(line => lines.some(text => isBehindPrompt(line, text)));
			closed.push(...shown.map(line => describe(line)));
			unsure = waiting.filter(line => !shown.includes(line));
		},
		markOutput() {
			hasOutput = true;
		},
		isWaiting: () => unsure.length > 0,
		takeClosed() {
			const lines = closed;
			closed = [];
			return lines;
		},
	};
}

/** Whether the cursor's line is the one that was typed. A program may have put a line of its own in place of its prompt; a short one could be anything. */
function isCursorLine(line: TypedLine, text: string): boolean {
	const isPromptGone = !text.startsWith(line.prompt.trimEnd());
	return isPromptGone ? (line.parts[0] ?? '').trim().length >= leastAlone && isThere(line.parts, text) : isBehindPrompt(line, text);
}

/** Whether a line of the screen is the one that was typed. Without a prompt it must be all of it: a secret may be the beginning of any line. */
function isBehindPrompt({parts, prompt}: TypedLine, text: string): boolean {
	const start = prompt.trimEnd();
	return start === '' ? text.trim() === parts.join('').trim() : text.startsWith(start) && isThere(parts, text.slice(start.length));
}

/** Whether a text begins with what was typed. What Tab completed may stand between the parts. */
function isThere(parts: readonly string[], text: string): boolean {
	const [first = '', ...others] = parts.map(part => part.trim());
	let rest = text.trimStart();
	if (!rest.startsWith(first)) {
		return false;
	}

	rest = rest.slice(first.length);
	return others.every(part => {
		const at = rest.indexOf(part);
		rest = rest.slice(at + part.length);
		return at !== -1;
	});
}

function describe({parts, fromMs, untilMs}: TypedLine): SeenLine {
	return {kind: 'typed', fromMs, untilMs, text: parts.join('').trim()};
}
