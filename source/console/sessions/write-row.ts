import type {Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {formatLength} from '../text/format-length.ts';
import {formatInstant} from '../text/format-time.ts';
import {addressOf} from './address-of.ts';
import {writeFlags} from './columns.ts';

/** A session as a line of text to paste elsewhere: full address, nothing cut, parted by tabs. */
export function writeRow(session: Session, timeZone: string): string {
	const start = session.startedAt === undefined ? '-' : formatInstant(session.startedAt, timeZone);
	return [addressOf(session), start, formatLength(session.lengthMs), showControls(session.user), showControls(session.host), String(session.sizeBytes), writeFlags(session)].join('\t');
}
