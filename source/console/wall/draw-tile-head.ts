import type {Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {addressOf} from '../sessions/address-of.ts';
import {lengthOf} from '../sessions/columns.ts';
import {formatLength} from '../text/format-length.ts';
import {fillPieces, measurePieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {drawTileAge} from './tile-age.ts';

/** Who, where, for how long, and when something was last recorded. Exactly `columns` cells. */
export function drawTileHead({state: {wall, now}, glyphs}: View, session: Session, columns: number): readonly Piece[] {
	const address = addressOf(session);
	const isSelected = address === wall.selected;
	const who: readonly Piece[] = [
		{text: isSelected ? glyphs.cursor : (wall.pinned.has(address) ? glyphs.mark : ' '), look: isSelected ? 'accent' : 'mark'},
		{text: isSelected && wall.pinned.has(address) ? glyphs.mark : '', look: 'mark'},
		{text: `${showControls(session.user)}@${showControls(session.host)}`, look: isSelected ? 'selected' : 'text'},
	];
	const facts: readonly Piece[] = [{text: ` ${formatLength(lengthOf(session, now))} `}, drawTileAge(session, now, glyphs), {text: ' '}];
	return [...fillPieces(who, Math.max(0, columns - measurePieces(facts)), glyphs.ellipsis), ...facts];
}
