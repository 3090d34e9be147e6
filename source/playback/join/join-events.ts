import type {StoredEvent} from '../../store/store.ts';
import type {WallClock} from './wall-clock.ts';

/** An audit event beside a recording. */
export type JoinedEvent = {
	/** On the recorded scale, inside the recording; what was before it or came after it stands at its ends. */
	readonly positionMs: number;
	/** Outside of the recording: `before` is the login's own doing, `after` the logout. */
	readonly place: 'before' | 'within' | 'after';
	/** Not the user's: what every program does, and what a login runs before the recording begins. */
	readonly isNoise: boolean;
	readonly event: StoredEvent;
};

/**
Give each event of a session its position in the recording.

@param events - by time and serial, as the store reads them.
@param clock - of the recording.
@param lengthMs - of the recording.
@returns In order of position.
*/
export function joinEvents(events: readonly StoredEvent[], clock: WallClock, lengthMs: number): readonly JoinedEvent[] {
	let lastMs = -Infinity;
	return sortEvents(events).map((event): JoinedEvent => {
		const foundMs = clock.toPosition(event.at, lastMs - inversionMs);
		lastMs = Math.max(lastMs, foundMs);
		const place = foundMs < 0 ? 'before' : (foundMs > lengthMs ? 'after' : 'within');
		const {kind, isNoise} = event.action;
		return {positionMs: Math.max(0, Math.min(lengthMs, foundMs)), place, isNoise: isNoise || (place === 'before' && kind !== 'login'), event};
	}).toSorted((a, b) => a.positionMs - b.positionMs);
}

/** An event has the time at which its call began and the serial of its end. */
const inversionMs = 1000;

/** Serials of one boot tell the order even when the clock was set. */
function sortEvents(events: readonly StoredEvent[]): readonly StoredEvent[] {
	const [first] = events;
	const isOneBoot = events.every(({host, boot}) => boot !== undefined && boot === first?.boot && host === first.host);
	return isOneBoot ? events.toSorted((a, b) => a.serial.length - b.serial.length || (a.serial < b.serial ? -1 : Number(a.serial > b.serial))) : events;
}
