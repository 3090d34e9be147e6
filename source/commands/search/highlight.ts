import {highlight as drawMatches} from '../../console/text/highlight.ts';
import type {TextRange} from '../../store/query/text-range.ts';

/** Whether matches are shown by colour or between brackets. */
export type Look = 'color' | 'plain';

/**
A recorded line for a terminal of so many columns, its matches marked as in the console: controls and bidirectional marks are shown, not obeyed.

A longer line is cut between characters so that its first match is seen.
*/
export function highlight(line: string, matches: readonly TextRange[], {look, columns}: {readonly look: Look; readonly columns: number}): string {
	const pieces = drawMatches(line, matches, {columns, ellipsis: '…', isMono: look === 'plain'});
	return pieces.map(piece => piece.look === 'match' ? `\u{1B}[1;7m${piece.text}\u{1B}[0m` : piece.text).join('');
}
