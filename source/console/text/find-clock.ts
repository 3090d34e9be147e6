import {formatDay, formatZone} from './format-time.ts';

const dayMs = 86_400_000;

/** A time of day as people type it, perhaps with its day. */
export type WallClock = {
	/** `2026-11-23`; `undefined` is any day. */
	readonly day: string | undefined;
	/** Since midnight. */
	readonly timeMs: number;
};

/** Epoch milliseconds. */
type Stretch = {readonly fromAt: number; readonly untilAt: number};

/** The first instant in a stretch of time, ends included, at which clocks of a zone (IANA name or `±HH:MM`) show a time of day; `undefined` when they never do. */
export function findClock({day, timeMs}: WallClock, {fromAt, untilAt}: Stretch, timeZone: string): number | undefined {
	// One day more at both ends: the zone's day may have begun earlier.
	for (let atDay = fromAt - dayMs; atDay <= untilAt + dayMs; atDay += dayMs) {
		const name = formatDay(atDay, timeZone);
		const midnight = Date.parse(`${name}T00:00:00Z`);
		const at = toInstant(midnight + timeMs, timeZone);
		if ((day === undefined || day === name) && at >= fromAt && at <= untilAt) {
			return at;
		}
	}

	return undefined;
}

/** The instant at which clocks of the zone show what UTC clocks show at `shownMs`. */
function toInstant(shownMs: number, timeZone: string): number {
	const guess = shownMs - readOffsetMs(shownMs, timeZone);
	// The zone's offset may have changed between the two.
	return shownMs - readOffsetMs(guess, timeZone);
}

function readOffsetMs(at: number, timeZone: string): number {
	const {sign, hours, minutes} = /^(?<sign>[+\-])(?<hours>\d{2}):(?<minutes>\d{2})/v.exec(formatZone(at, timeZone))?.groups ?? {};
	const offsetMs = ((Number(hours ?? 0) * 60) + Number(minutes ?? 0)) * 60_000;
	return sign === '-' ? -offsetMs : offsetMs;
}
