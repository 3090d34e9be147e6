import type {Session} from '../../store/store.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {Rank, WallState} from './wall-state.ts';

const settledMs = 5000; // Tiles that change places more often cannot be watched.

type Order = Pick<WallState, 'order' | 'ranks'>;

/**
The order of the tiles: pinned first, then the latest activity.

A tile moves when its new rank has lasted five seconds; a new session comes last at once, one that no longer runs leaves at once.

@param before - the order until now, with the ranks the tiles should have had.
@param sessions - the running ones.
@param now - epoch milliseconds.
*/
export function orderTiles(before: Order & Pick<WallState, 'pinned'>, sessions: readonly Session[], now: number): Order {
	const {order, ranks, pinned} = before;
	const wanted = sessions.toSorted((a, b) => compare(a, b, pinned)).map(session => addressOf(session));
	const next = new Map(wanted.map((address, rank): readonly [string, Rank] => [address, keepRank(ranks.get(address), rank, now)]));
	const known = new Set(order);
	const present = [...order.filter(address => next.has(address)), ...wanted.filter(address => !known.has(address))];
	const isFirst = order.length === 0;
	return {order: isFirst ? wanted : moveSettled(present, next, now), ranks: next};
}

function compare(a: Session, b: Session, pinned: ReadonlySet<string>): number {
	const pins = Number(pinned.has(addressOf(b))) - Number(pinned.has(addressOf(a)));
	return pins || activityOf(b) - activityOf(a) || addressOf(a).localeCompare(addressOf(b));
}

/** When something was last recorded; of a session without a wall clock, when the store last got something. */
export function activityOf({endedAt, receivedAt}: Session): number {
	return endedAt ?? receivedAt;
}

function keepRank(before: Rank | undefined, rank: number, now: number): Rank {
	return before?.rank === rank ? before : {rank, since: now};
}

/** Those that have waited take their ranks; the others fill the places between them as they stood. */
function moveSettled(present: readonly string[], ranks: ReadonlyMap<string, Rank>, now: number): readonly string[] {
	const settled = new Map(present.flatMap((address, index) => {
		const rank = ranks.get(address);
		return rank !== undefined && rank.rank !== index && now - rank.since >= settledMs ? [[rank.rank, address] as const] : [];
	}));
	const moving = new Set(settled.values());
	const others = present.filter(address => !moving.has(address)).values();
	return present.map((address, index) => settled.get(index) ?? others.next().value ?? address);
}
