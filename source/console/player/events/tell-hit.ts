import type {Hit} from '../../../store/moments.ts';
import type {PlayerEvent} from './player-event.ts';

/** A moment that a search found, as an event: the whole line, and what of it was looked for. */
export function tellHit({kind, fromMs, untilMs, line, matches, event}: Hit): PlayerEvent {
	const found = matches.map(({from, to}) => line.slice(from, to)).join(', ');
	return {
		kind: 'hit', positionMs: fromMs, untilMs, text: line, who: undefined, tellFacts: () => [[event === undefined ? (kind === 'typed' ? 'Typed' : 'Shown') : 'Event', line], ['Found', found]],
	};
}
