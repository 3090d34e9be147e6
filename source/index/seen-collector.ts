import type {SeenLine} from '../store/moments.ts';
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
	lookNumber: number;
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
	let lookNumber = 0;
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

		return {text, fromMs: positionMs, untilMs: positionMs, grownSinceMs: positionMs, lookNumber, hasLeft: false};
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

	/** Mark what stands there; gives the texts that did not stand there the last time. */
	function standUp(lines: readonly string[]): Set<string> {
		const appeared = new Set<string>();
		for (const text of lines) {
			let line = standing.get(text);
			if (line === undefined) {
				line = open(text);
				standing.set(text, line);
				appeared.add(text);
			}

			line.lookNumber = lookNumber;
		}

		return appeared;
	}

	function takeVanished(): Map<string, OpenLine> {
		const vanished = standing.values().filter(line => line.lookNumber !== lookNumber).toArray();
		for (const line of vanished) {
			standing.delete(line.text);
			line.untilMs = Math.max(line.untilMs, lookedMs);
		}

		return new Map(vanished.map(line => [line.text, line]));
	}

	/** Take out lines that went on in their place to others that appeared. */
	function absorb(vanished: Map<string, OpenLine>, lines: readonly string[], appeared: ReadonlySet<string>): void {
		for (const [index, text] of lines.entries()) {
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
				lookNumber++;
				const appeared = standUp(lines);
				const vanished = takeVanished();
				if (vanished.size > 0) {
					absorb(vanished, lines, appeared);
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
