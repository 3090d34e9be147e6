/** A calendar day; months and days count from 1. */
export type Day = {readonly year: number; readonly month: number; readonly day: number};

/**
The instant (epoch milliseconds) at which clocks in a zone show a day and so many milliseconds since midnight.

A time shown twice (clocks set back) is the first of the two; one never shown (set forward) is moved by what was skipped.
A zone is an IANA name (`Europe/Prague`) or an offset (`+02:00`).
*/
export function findInstant(zone: string, {year, month, day}: Day, dayMs: number): number {
	const shown = Date.UTC(year, month - 1, day) + dayMs;
	const before = readOffset(zone, shown - dayLengthMs);
	const after = readOffset(zone, shown + dayLengthMs);
	const found = [before, after].map(offset => shown - offset).filter(instant => instant + readOffset(zone, instant) === shown);
	return found.length === 0 ? shown - before : Math.min(...found);
}

/** The day that calendars in a zone show at an instant. */
export function readDay(zone: string, at: number): Day {
	return makeDay(at + readOffset(zone, at));
}

/** The day so many days later; earlier when negative. */
export function shiftDay({year, month, day}: Day, days: number): Day {
	return makeDay(Date.UTC(year, month - 1, day + days));
}

/** Monday is 1, Sunday 7. */
export function readWeekday({year, month, day}: Day): number {
	return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** False for the 30th of February. */
export function isDay({year, month, day}: Day): boolean {
	const made = makeDay(Date.UTC(year, month - 1, day));
	return made.year === year && made.month === month && made.day === day;
}

/** How much clocks in the zone are ahead of UTC at an instant, in milliseconds. */
export function readOffset(zone: string, at: number): number {
	const second = Math.floor(at / 1000) * 1000;
	const parts = Object.fromEntries(makeFormat(zone).formatToParts(second).map(part => [part.type, Number(part.value)]));
	const {year = 0, month = 1, day = 1, hour = 0, minute = 0, second: shownSecond = 0} = parts;
	return Date.UTC(year, month - 1, day, hour, minute, shownSecond) - second;
}

const dayLengthMs = 86_400_000;

function makeDay(shown: number): Day {
	const date = new Date(shown);
	return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one is slow, and a search reads many offsets of one zone. */
function makeFormat(zone: string): Intl.DateTimeFormat {
	const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', {
		timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
	});
	formats.set(zone, format);
	return format;
}
