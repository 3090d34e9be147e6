import type {NewEvent} from './event.ts';
import type {WallClock} from './wall-clock.ts';

/** Where an audit event stands in a recording. */
export type PlacedEvent<Event> = {
	/** On the recorded scale, inside the recording; what was before it or came after it stands at its ends. */
	readonly positionMs: number;
	/** Outside of the recording: `before` is the login's own doing, `after` the logout. */
	readonly place: 'before' | 'within' | 'after';
	readonly event: Event;
};

type Timed = Pick<NewEvent, 'host' | 'boot' | 'at' | 'serial'>;

/**
Give each event of a session its position in the recording.

@param events - by time and serial; all of the session's where its clock was set: they tell each other's order.
@param clock - of the recording.
@param lengthMs - of the recording.
@returns In order of position.
*/
export function placeEvents<Event extends Timed>(events: readonly Event[], clock: WallClock, lengthMs: number): ReadonlyArray<PlacedEvent<Event>> {
	let lastMs = -Infinity;
	return sortEvents(events).map((event): PlacedEvent<Event> => {
		const foundMs = clock.toPosition(event.at, lastMs - inversionMs);
		lastMs = Math.max(lastMs, foundMs);
		const place = foundMs < 0 ? 'before' : (foundMs > lengthMs ? 'after' : 'within');
		return {positionMs: Math.max(0, Math.min(lengthMs, foundMs)), place, event};
	}).toSorted((a, b) => a.positionMs - b.positionMs);
}

/** An event has the time at which its call began and the serial of its end. */
const inversionMs = 1000;

/** Serials of one boot tell the order even when the clock was set. */
function sortEvents<Event extends Timed>(events: readonly Event[]): readonly Event[] {
	const [first] = events;
	const isOneBoot = events.every(({host, boot}) => boot !== undefined && boot === first?.boot && host === first.host);
	return isOneBoot ? events.toSorted((a, b) => a.serial.length - b.serial.length || (a.serial < b.serial ? -1 : Number(a.serial > b.serial))) : events;
}
