import type {TextRange} from '../../store/query/text-range.ts';
import {showControls} from '../../terminal/show-controls.ts';

/** Whether matches are shown by colour or between brackets. */
export type Look = 'color' | 'plain';

/**
A recorded line for a terminal of so many columns, its matches marked: controls and bidirectional marks are shown, not obeyed.

A longer line is cut at both ends so that its first match stands in the middle.
*/
export function highlight(line: string, matches: readonly TextRange[], {look, columns}: {readonly look: Look; readonly columns: number}): string {
	const part = choosePart(line, matches[0] ?? {from: 0, to: 0}, columns);
	const marked = matches.filter(({from, to}) => to > part.from && from < part.to).map(({from, to}) => ({from: Math.max(part.from, from), to: Math.min(part.to, to)}));
	return `${part.from > 0 ? '…' : ''}${markAll(line, marked, {...part, look})}${part.to < line.length ? '…' : ''}`;
}

function choosePart(line: string, match: TextRange, columns: number): TextRange {
	if (line.length <= columns) {
		return {from: 0, to: line.length};
	}

	const room = columns - 2; // An ellipsis at either end.
	const middle = Math.floor((match.from + match.to - room) / 2);
	const from = Math.max(0, Math.min(match.from, middle, line.length - room));
	return {from, to: Math.min(line.length, from + room)};
}

function markAll(line: string, ranges: readonly TextRange[], {from, to, look}: TextRange & {readonly look: Look}): string {
	let at = from;
	let text = '';
	for (const range of ranges) {
		text += showControls(line.slice(at, range.from)) + mark(showControls(line.slice(range.from, range.to)), look);
		at = range.to;
	}

	return text + showControls(line.slice(at, to));
}

/** Bold and inverse, or between brackets where there are no colours. */
function mark(text: string, look: Look): string {
	return look === 'plain' ? `[${text}]` : `\u{1B}[1;7m${text}\u{1B}[0m`;
}
