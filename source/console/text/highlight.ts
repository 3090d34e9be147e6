import type {TextRange} from '../../store/query/text-range.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {cutStart} from './fit-text.ts';
import {measureText} from './measure-text.ts';
import {cutPieces} from './pieces.ts';

/** How matches look: `isMono` puts them in brackets, where there are no colours. */
export type Highlight = {readonly columns: number; readonly ellipsis: string; readonly isMono: boolean};

/**
Recorded text, safe to show, with its matches standing out, cut so that the first match is seen.

@param text - as recorded.
@param matches - in order, not overlapping; in UTF-16 units of the text.
@param how - the room, and how to mark.
*/
export function highlight(text: string, matches: readonly TextRange[], how: Highlight): readonly Piece[] {
	const {columns, ellipsis, isMono} = how;
	const pieces: Piece[] = [];
	let at = 0;
	for (const {from, to} of matches) {
		pieces.push({text: showControls(text.slice(at, from))}, drawMatch(showControls(text.slice(from, to)), isMono));
		at = to;
	}

	pieces.push({text: showControls(text.slice(at))});
	return cutPieces(uncover(pieces, columns, ellipsis), columns, ellipsis).filter(piece => piece.text !== '');
}

/** A match, in brackets where there are no colours. */
export function drawMatch(text: string, isMono: boolean): Piece {
	return isMono ? {text: `[${text}]`} : {text, look: 'match'};
}

/** What stands before the first match gives way until the match has room, with a few cells behind it. */
function uncover(pieces: readonly Piece[], columns: number, ellipsis: string): readonly Piece[] {
	const [before, match, ...rest] = pieces;
	if (before === undefined || match === undefined) {
		return pieces;
	}

	const behind = Math.min(measureText(rest.map(({text}) => text).join('')), Math.floor(columns / 4));
	const room = Math.max(0, columns - measureText(match.text) - behind);
	return [{...before, text: cutStart(before.text, room, ellipsis)}, match, ...rest];
}
