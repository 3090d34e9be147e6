import {addCut, comparePlaces, furthestPlace} from './followed.ts';
import type {Followed} from './followed.ts';
import type {Cut} from './state.ts';

/**
Finish the messages that have waited long enough. The place is noted before: every cursor finishes its message there, whenever it comes by, and so does every later agent. Only the furthest cursor's place will do, since nobody has gone past it.

When it cannot be noted, `note` throws, and the messages wait on.

@returns When the next message is due; undefined when none is begun.
*/
export function cutLate(followed: Followed, nowMs: number, note: (cut: Cut) => void): number | undefined {
	const furthest = furthestPlace(followed);
	if (furthest === undefined) {
		return undefined;
	}

	const there = followed.cursors.values().filter(cursor => comparePlaces(cursor.place(), furthest) === 0).toArray();
	const dueMs = Math.min(...there.map(cursor => cursor.dueMs() ?? Infinity));
	if (dueMs > nowMs) {
		return Number.isFinite(dueMs) ? dueMs : undefined;
	}

	const cut: Cut = [furthest.segment, furthest.offset];
	note(cut);
	addCut(followed, cut);
	for (const cursor of there) {
		cursor.cut();
	}

	return undefined;
}
