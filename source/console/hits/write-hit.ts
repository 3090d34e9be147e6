import {printAddress} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {HitRow} from './hit-rows.ts';

/** The address of a hit, `HOST/REC@POSITION`; of a session's own row that of the session. */
export function writeHitAddress({group, hit}: HitRow): string {
	return printAddress(group.session, hit?.fromMs);
}

/** A hit as a line of text to paste elsewhere: nothing cut, parted by tabs. */
export function writeHit(row: HitRow): string {
	const {group: {session, count}, hit} = row;
	const facts = hit === undefined ? [showControls(session.user), `${count} hits`] : [hit.kind, showControls(hit.line)];
	return [writeHitAddress(row), ...facts].join('\t');
}
