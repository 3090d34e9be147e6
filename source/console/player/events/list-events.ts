import type {Gap} from '../../../store/store.ts';
import type {PlayerState} from '../player-state.ts';
import type {PlayerEvent} from './player-event.ts';

/** All events of the recording that are known, by position. The same question gets the same answer: it is asked for each frame. */
export function listEvents({recording}: PlayerState): readonly PlayerEvent[] {
	const known = answers.get(recording);
	if (known !== undefined) {
		return known;
	}

	const events = recording.gaps.map(gap => toEvent(gap)).toSorted((a, b) => a.positionMs - b.positionMs);
	answers.set(recording, events);
	return events;
}

/** Those of the kinds that are shown. */
export function listShownEvents(player: PlayerState): readonly PlayerEvent[] {
	const {kinds} = player.panel;
	const events = listEvents(player);
	return kinds === 'all' ? events : events.filter(event => event.kind === kinds);
}

/** Index of the last event that has happened at a position; -1 before the first one. */
export function findCurrent(events: readonly PlayerEvent[], positionMs: number): number {
	return events.findLastIndex(event => event.positionMs <= positionMs);
}

const answers = new WeakMap<PlayerState['recording'], readonly PlayerEvent[]>();

const gapWords: Readonly<Record<Gap['kind'], string>> = {
	missing: 'messages missing',
	invalid: 'message cannot be read',
	clock: 'the host\'s clock was set',
	truncated: 'recording ends before its end mark',
};

function toEvent({kind, fromMs, untilMs, firstId, lastId, detail}: Gap): PlayerEvent {
	const length = untilMs > fromMs ? `gap ${((untilMs - fromMs) / 1000).toFixed(1)} s, ` : '';
	return {
		kind: 'problem',
		positionMs: fromMs,
		untilMs,
		text: length + detail,
		who: undefined,
		facts: [
			['Kind', gapWords[kind]],
			['Found', detail],
			['Messages', firstId === lastId ? String(firstId) : `${firstId} to ${lastId}`],
		],
	};
}
