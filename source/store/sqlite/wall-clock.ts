import {readOffset} from '../query/zone.ts';

const weekMs = 7 * 24 * 3_600_000;

/** SQL for the wall clock of an instant in a zone, in milliseconds as if it were UTC. */
export type WallClock = {
	readonly sql: string;
	readonly values: readonly number[];
};

/**
Make the expression that turns `started_at` into the time that clocks in a zone show, for instants between two.

@param zone - IANA name or offset.
@param fromAt - epoch milliseconds; clocks are looked at once a week from here on, and where they differ, exactly.
@param untilAt - epoch milliseconds.
*/
export function makeWallClock(zone: string, fromAt: number, untilAt: number): WallClock {
	const changes: Array<{readonly at: number; readonly offsetMs: number}> = [];
	let offsetMs = readOffset(zone, fromAt);
	for (let at = fromAt; at < untilAt; at += weekMs) {
		const nextMs = readOffset(zone, at + weekMs);
		if (nextMs === offsetMs) {
			continue;
		}

		changes.push({at: findChange(zone, at, at + weekMs), offsetMs});
		offsetMs = nextMs;
	}

	// JavaScript numbers are bound as reals, and dividing those would keep a fraction.
	return changes.length === 0
		? {sql: 'cast(started_at + ? as integer)', values: [offsetMs]}
		: {sql: `cast(started_at + case ${changes.map(() => 'when started_at < ? then ?').join(' ')} else ? end as integer)`, values: [...changes.flatMap(change => [change.at, change.offsetMs]), offsetMs]};
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
