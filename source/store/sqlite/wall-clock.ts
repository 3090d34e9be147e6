import {readOffset} from '../query/zone.ts';

const weekMs = 7 * 24 * 3_600_000;
/** Where dates begin and end: 100,000,000 days before and after 1970. */
const farthestMs = 8_640_000_000_000_000;
/** Clocks are set by rules between these two; before and after, they show what they show there. No rule is older or planned farther ahead, and a recorder's clock may say any year. */
const rulesFromWeek = 0;
const rulesUntilWeek = Math.floor(Date.UTC(2100, 0, 1) / weekMs);

/** SQL for the weeks in which sessions started, to be given to `makeWallClock`: one look into the index of starts for each. */
export const weeksSql = `
	with recursive weeks(week) as (
		select ${weekOf('min(started_at)')} from sessions
		union all
		select (select ${weekOf('min(started_at)')} from sessions where started_at >= (week + 1) * ${weekMs}) from weeks where week < ${rulesUntilWeek}
	)
	select week from weeks where week is not null`;

function weekOf(sql: string): string {
	return `min(max(${sql}, ${rulesFromWeek * weekMs}), ${rulesUntilWeek * weekMs}) / ${weekMs}`;
}

/** The first day of `WallClock`, counted from 1970. */
export const firstDay = -100_000_000;

/** SQL for the wall clock of an instant in a zone, in milliseconds since the first day there is: never below 0, so that division and remainder give days and hours. */
export type WallClock = {
	readonly sql: string;
	readonly values: readonly number[];
};

/**
Make the expression that turns `started_at` into the time that clocks in a zone show.

@param zone - IANA name or offset.
@param weeks - those of the sessions, counted from 1970, in order.
*/
export function makeWallClock(zone: string, weeks: readonly number[]): WallClock {
	const changes: Array<{readonly at: number; readonly offsetMs: number}> = [];
	let offsetMs = readOffset(zone, (weeks[0] ?? 0) * weekMs);
	for (const week of weeks) {
		const fromAt = week * weekMs;
		const untilAt = fromAt + weekMs;
		const fromMs = readOffset(zone, fromAt);
		const untilMs = readOffset(zone, untilAt);
		if (fromMs !== offsetMs) {
			changes.push({at: fromAt, offsetMs}); // Somewhere in the weeks between, in which nothing started.
		}

		if (untilMs !== fromMs) {
			changes.push({at: findChange(zone, fromAt, untilAt), offsetMs: fromMs});
		}

		offsetMs = untilMs;
	}

	const offset = changes.length === 0 ? '?' : `case ${changes.map(() => 'when started_at < ? then ?').join(' ')} else ? end`;
	// JavaScript numbers are bound as reals, and dividing those would keep a fraction.
	return {
		sql: `(min(max(cast(started_at + ${offset} as integer), ${-farthestMs}), ${farthestMs}) + ${farthestMs})`,
		values: [...changes.flatMap(change => [change.at, change.offsetMs]), offsetMs],
	};
}

/** The first instant whose offset is that of `untilAt`. */
function findChange(zone: string, fromAt: number, untilAt: number): number {
	const wanted = readOffset(zone, untilAt);
	let [before, after] = [fromAt, untilAt];
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (readOffset(zone, middle) === wanted) {
			after = middle;
		} else {
			before = middle;
		}
	}

	return after;
}
