/** An instant of a recording by the host's clock. */
export type ClockMark = {
	readonly positionMs: number;
	/** Epoch milliseconds. */
	readonly at: number;
};

/** A recording's positions and the wall clock of its host, both ways. */
export type WallClock = {
	/** What the clock showed at a position. */
	readonly toTime: (positionMs: number) => number;
	/**
	Where something lies that has a time by the same clock; negative before the recording began.

	A clock that was set back shows a time twice: the first place at or after `notBeforeMs` is meant, for what is told in order. A time that it left out is where it was set forward.
	*/
	readonly toPosition: (at: number, notBeforeMs?: number) => number;
};

/**
Lay the wall clock beside a recording.

@param marks - the begin, and where the clock was set, by position; at least one.
*/
export function createWallClock(marks: readonly [ClockMark, ...ClockMark[]]): WallClock {
	const [first] = marks;

	function toPosition(at: number, notBeforeMs = -Infinity): number {
		const places = marks.map((mark, index) => ({
			positionMs: mark.positionMs + at - mark.at,
			fromMs: index === 0 ? -Infinity : mark.positionMs,
			untilMs: marks[index + 1]?.positionMs ?? Infinity,
		}));
		const shown = places.filter(({positionMs, fromMs, untilMs}) => positionMs >= fromMs && positionMs < untilMs);
		const found = shown.find(({positionMs}) => positionMs >= notBeforeMs) ?? shown.at(-1);
		// The clock went over this time, or the event was written late.
		const next = places.find(({positionMs, fromMs}) => positionMs < fromMs);
		return found?.positionMs ?? next?.fromMs ?? (at - first.at);
	}

	return {
		toTime(positionMs) {
			const {positionMs: beginMs, at} = marks.findLast(mark => mark.positionMs <= positionMs) ?? first;
			return at + positionMs - beginMs;
		},
		toPosition,
	};
}
