import type {SeenLine} from '../store/moments.ts';
import {compareLines} from './compare-lines.ts';
import type {Range} from './compare-lines.ts';
import {isBeginningOf, isLong} from './is-beginning-of.ts';

const lookEveryMs = 50; // Nobody reads what stands shorter.
const mergeMs = 1000; // Text that is back so soon (a blinking row, a list being sorted) was there all the time.
const mostWaiting = 4096; // Lines that left and may come back: a burst tells of more than memory should hold.
const spareWaiting = 1024; // Closed in one go.
const mostWaitingUnits = 4 * 1024 * 1024;

/** Turns what a terminal shows over time into lines, each with the time in which it could be read. */
export type SeenCollector = {
	/** Whether to look before something happens at that position. */
	readonly isDue: (positionMs: number) => boolean;
	/**
	Look at the screen.

	@param lines - what stands there since the packet fed last; the same array as before when nothing changed.
	@param untilMs - it stands there at least until then.
	*/
	readonly look: (lines: readonly string[], untilMs: number) => void;
	/** A packet at this position is about to be fed. */
	readonly moveTo: (positionMs: number) => void;
	/** A line is leaving the screen. */
	readonly leave: (text: string) => void;
	readonly countClosed: () => number;
	/** Lines that will not change any more, in the order in which that became certain. */
	readonly takeClosed: () => readonly SeenLine[];
	/** Lines that stand there, or left just now and may come back. */
	readonly listOpen: () => readonly SeenLine[];
};

type OpenLine = {
	readonly text: string;
	fromMs: number;
	untilMs: number;
	/** When the word at its end, typed letter by letter, began. */
	grownSinceMs: number;
	/** How many lines of the screen it is. */
	places: number;
	hasLeft: boolean;
};

/**
Start to collect.

A text that stands for 50 ms is always found: looks are at most 50 ms apart while anything happens, and nothing changes in between when nothing happens. A line is known by its text, not by its place: scrolled up it is still the same line.
*/
export function createSeenCollector(): SeenCollector {
	const standing = new Map<string, OpenLine>();
	/** Left the screen; about in the order of `untilMs`. */
	const waiting = new Map<string, OpenLine>();
	let waitingUnits = 0;
	let closed: SeenLine[] = [];
	let looked: readonly string[] = [];
	let lookedMs = -Infinity;
	let positionMs = 0;

	function open(text: string): OpenLine {
		const back = takeWaiting(text);
		if (back !== undefined && positionMs - back.untilMs <= mergeMs) {
			back.grownSinceMs = positionMs;
			back.hasLeft = false;
			return back;
		}

		if (back !== undefined) {
			close(back);
		}

		return {text, fromMs: positionMs, untilMs: positionMs, grownSinceMs: positionMs, places: 0, hasLeft: false};
	}

	function takeWaiting(text: string): OpenLine | undefined {
		const line = waiting.get(text);
		if (line !== undefined) {
			waiting.delete(text);
			waitingUnits -= text.length;
		}

		return line;
	}

	function wait(line: OpenLine): void {
		waiting.set(line.text, line);
		waitingUnits += line.text.length;
	}

	function close({text, fromMs, untilMs}: OpenLine): void {
		closed.push({kind: 'seen', fromMs, untilMs, text});
	}

	function closeOld(): void {
		for (const line of waiting.values()) {
			if (waiting.size <= mostWaiting && waitingUnits <= mostWaitingUnits && positionMs - line.untilMs <= mergeMs) {
				return;
			}

			takeWaiting(line.text);
			close(line);
		}
	}

	/** Stand up what is new in a range of lines; gives those that stood nowhere. */
	function standUp(lines: readonly string[], {from, until}: Range): Set<string> {
		const appeared = new Set<string>();
		for (let index = from; index < until; index++) {
			const text = lines[index] ?? '';
			let line = standing.get(text);
			if (line === undefined) {
				line = open(text);
				standing.set(text, line);
				appeared.add(text);
			}

			line.places++;
		}

		return appeared;
	}

	/** Take away a place from what stood in some ranges of the lines before; gives those that stand nowhere any more. */
	function takeVanished(ranges: readonly Range[]): Map<string, OpenLine> {
		const vanished = new Map<string, OpenLine>();
		for (const text of ranges.flatMap(({from, until}) => looked.slice(from, until))) {
			const line = standing.get(text);
			if (line === undefined || --line.places !== 0) {
				continue;
			}

			standing.delete(text);
			line.untilMs = Math.max(line.untilMs, lookedMs);
			vanished.set(text, line);
		}

		return vanished;
	}

	/** Take out lines that went on in their place to others that appeared. */
	function absorb(vanished: Map<string, OpenLine>, lines: readonly string[], {appeared, from, until}: Range & {readonly appeared: ReadonlySet<string>}): void {
		for (let index = from; index < until; index++) {
			const text = lines[index] ?? '';
			const before = vanished.get(looked[index] ?? '');
			const line = standing.get(text);
			if (before === undefined || line === undefined || before.hasLeft || !appeared.has(text) || !isBeginningOf(before, text, positionMs)) {
				continue;
			}

			line.grownSinceMs = before.grownSinceMs;
			line.fromMs = isLong(before.text) ? Math.min(line.fromMs, before.fromMs) : line.fromMs;
			vanished.delete(before.text);
		}
	}

	return {
		isDue: nextMs => nextMs - lookedMs >= lookEveryMs,
		look(lines, untilMs) {
			if (lines !== looked) {
				const {added, removed} = compareLines(looked, lines);
				const appeared = standUp(lines, added);
				const vanished = takeVanished(removed);
				if (vanished.size > 0) {
					absorb(vanished, lines, {...added, appeared});
					for (const line of vanished.values()) {
						wait(line);
					}
				}

				looked = lines;
			}

			closeOld();
			lookedMs = untilMs;
		},
		moveTo(nextMs) {
			positionMs = nextMs;
		},
		leave(text) {
			const stood = standing.get(text);
			const line = stood ?? open(text);
			line.untilMs = positionMs;
			line.hasLeft = true;
			if (stood === undefined) {
				wait(line);
			}

			if (waiting.size > mostWaiting + spareWaiting || waitingUnits > mostWaitingUnits) {
				closeOld();
			}
		},
		countClosed: () => closed.length,
		takeClosed() {
			const lines = closed;
			closed = [];
			return lines;
		},
		listOpen() {
			for (const line of standing.values()) {
				line.untilMs = Math.max(line.untilMs, lookedMs);
			}

			return [...waiting.values(), ...standing.values()].map(({text, fromMs, untilMs}) => ({kind: 'seen', fromMs, untilMs, text}));
		},
	};
}
