import {placeEvents} from '../../store/place-events.ts';
import type {PlacedEvent} from '../../store/place-events.ts';
import type {StoredEvent} from '../../store/store.ts';
import type {WallClock} from '../../store/wall-clock.ts';

/** An audit event beside a recording. */
export type JoinedEvent = PlacedEvent<StoredEvent> & {
	/** Not the user's: what every program does, and what a login runs before the recording begins. */
	readonly isNoise: boolean;
};

/** Give each event of a session its position in the recording; see `placeEvents`. */
export function joinEvents(events: readonly StoredEvent[], clock: WallClock, lengthMs: number): readonly JoinedEvent[] {
	return placeEvents(events, clock, lengthMs).map(placed => {
		const {kind, isNoise} = placed.event.action;
		return {...placed, isNoise: isNoise || (placed.place === 'before' && kind !== 'login')};
	});
}
