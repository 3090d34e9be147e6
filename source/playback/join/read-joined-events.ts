import {readForReplay} from '../../format/recording/read-for-replay.ts';
import type {Gap, Session, Store, StoredEvent} from '../../store/store.ts';
import {createWallClock} from '../../store/wall-clock.ts';
import type {ClockMark, WallClock} from '../../store/wall-clock.ts';
import {joinEvents} from './join-events.ts';
import type {JoinedEvent} from './join-events.ts';

type Recording = {
	readonly session: Session;
	readonly lengthMs: number;
	readonly gaps: readonly Gap[];
	/** Only so many, the first ones by time. */
	readonly most?: number;
};

/**
Read the audit events of a recording's session, each with its position.

@throws {StoreError} when the store fails.
*/
export async function readJoinedEvents(store: Store, {session, lengthMs, gaps, most = Infinity}: Recording): Promise<readonly JoinedEvent[]> {
	const clock = await readWallClock(store, session, gaps);
	return clock === undefined ? [] : joinEvents(await takeEvents(store.readEvents(session), most), clock, lengthMs);
}

async function takeEvents(events: AsyncIterable<StoredEvent>, most: number): Promise<readonly StoredEvent[]> {
	const taken: StoredEvent[] = [];
	for await (const event of events) {
		taken.push(event);
		if (taken.length >= most) {
			break;
		}
	}

	return taken;
}

/** `undefined` when no clock was recorded. */
async function readWallClock(store: Store, session: Session, gaps: readonly Gap[]): Promise<WallClock | undefined> {
	const {startedAt} = session;
	if (startedAt === undefined) {
		return undefined;
	}

	const marks: ClockMark[] = [];
	for (const {firstId} of gaps.filter(({kind}) => kind === 'clock')) {
		const mark = await readMark(store, session, firstId);
		if (mark !== undefined) {
			marks.push(mark);
		}
	}

	return createWallClock([{positionMs: 0, at: startedAt}, ...marks.toSorted((a, b) => a.positionMs - b.positionMs)]);
}

async function readMark(store: Store, session: Session, id: number): Promise<ClockMark | undefined> {
	const messages = store.readMessages(session, id)[Symbol.asyncIterator]();
	const first = await messages.next();
	await messages.return?.();
	if (first.done) {
		return undefined;
	}

	const {positionMs, text} = first.value;
	const at = readForReplay(text, 0).message?.at;
	return at === undefined ? undefined : {positionMs, at};
}
