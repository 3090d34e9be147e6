import type {Session} from '../../store/store.ts';
import type {Glyphs} from '../glyphs.ts';
import {formatAge, formatLength} from '../text/format-length.ts';
import type {Piece} from '../components/row.tsx';
import {activityOf} from './order-tiles.ts';

const freshMs = 15_000; // Recorders send at least every 10 s while anything happens.

/** True while something of the session came in lately. */
export function isHeard({receivedAt}: Session, now: number): boolean {
	return now - receivedAt < freshMs;
}

/** How long ago something was last recorded; of a stream that nothing came from lately, since when. */
export function drawTileAge(session: Session, now: number, glyphs: Glyphs): Piece {
	if (!isHeard(session, now)) {
		return {text: `${glyphs.stale} silent ${formatAge(now - session.receivedAt)}`, look: 'dim'};
	}

	const ageMs = Math.max(0, now - activityOf(session));
	return {text: `${glyphs.live} ${ageMs < freshMs ? '' : 'idle '}${formatLength(ageMs)}`, look: 'live'};
}
