import {shortenRec} from '../../store/address.ts';
import {signOfHit} from '../../store/sign-of-hit.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {writeFlags} from '../sessions/columns.ts';
import {fillEnd, fillStart} from '../text/fit-text.ts';
import {formatAge, formatLength, groupDigits} from '../text/format-length.ts';
import {formatStart} from '../text/format-time.ts';
import {highlight} from '../text/highlight.ts';
import {fillPieces, measurePieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {mostHits} from './fold-group.ts';
import type {HitRow} from './hit-rows.ts';

/** The heads of the columns. */
export function drawHitHeads(): readonly Piece[] {
	return [{text: '   MOMENT  KIND  LINE', look: 'dim'}];
}

/** One row of the list of hits. */
export function drawHitRow(view: View, row: HitRow, isSelected: boolean): readonly Piece[] {
	const cursor: Piece = {text: isSelected ? view.glyphs.cursor : ' ', look: 'accent'};
	if (row.index === -1) {
		return [cursor, ...drawGroup(view, row, isSelected)];
	}

	return [cursor, ...(row.hit === undefined ? drawMore(view, row) : drawHit(view, row, row.hit))];
}

/** Whose session it is, when, how long, its address and how many hits it has. */
function drawGroup({state, glyphs, layout}: View, {group, address}: HitRow, isSelected: boolean): readonly Piece[] {
	const {session, count, shown} = group;
	const {settings, now, sessions, size} = state;
	const isNarrow = layout.width === 'narrow';
	const who = `${showControls(session.user)}@${showControls(session.host)}`;
	const started = session.startedAt === undefined ? '-' : (settings.isTimeRelative ? `${formatAge(now - session.startedAt)} ago`.padStart(startCells) : formatStart(session.startedAt, now, settings.timeZone));
	const name = `${showControls(session.host)}/${showControls(shortenRec(session.rec))}`;
	const text = isNarrow
		? `${who} ${started} ${name}`
		: `${fillEnd(who, whoCells, glyphs.ellipsis)} ${started}${fillStart(formatLength(session.lengthMs), 8, glyphs.ellipsis)}  ${fillEnd(name, nameCells + Math.max(0, Math.min(20, size.columns - 100)), glyphs.ellipsis)}  ${writeFlags(session)}`;
	const hits = isNarrow ? groupDigits(count) : `${groupDigits(count)} ${count === 1 ? 'hit' : 'hits'}`;
	const left: readonly Piece[] = [
		{text: shown > 0 ? '-' : '+', look: 'accent'},
		{text: sessions.marked.has(address) ? glyphs.mark : ' ', look: 'mark'},
		{text, look: isSelected ? 'selected' : 'text'},
	];
	return [...fillPieces(left, size.columns - 1 - hits.length - 2, glyphs.ellipsis), {text: ` ${hits} `, look: 'dim'}];
}

const whoCells = 14;
const startCells = 12;
const nameCells = 19;

/** When, how it was found, and the line. */
function drawHit({state: {size, settings}, glyphs, layout}: View, _row: HitRow, hit: NonNullable<HitRow['hit']>): readonly Piece[] {
	const isNarrow = layout.width === 'narrow';
	const kind = isNarrow || hit.event !== undefined ? signOfHit(hit).padEnd(isNarrow ? 1 : 5) : hit.kind.padEnd(5);
	const head: readonly Piece[] = [{text: `${fillStart(formatLength(hit.fromMs), isNarrow ? 7 : 7, glyphs.ellipsis)}${isNarrow ? ' ' : ' '.repeat(3)}`}, {text: `${kind} `, look: 'dim'}];
	const columns = Math.max(0, size.columns - 1 - measurePieces(head));
	return [...head, ...highlight(hit.line, hit.matches, {columns, ellipsis: glyphs.ellipsis, isMono: settings.theme === 'mono'})];
}

/** How many more hits the session has, and how to see them. */
function drawMore({glyphs}: View, {group}: HitRow): readonly Piece[] {
	const more = group.count - group.shown;
	const how = group.isLoading ? 'reading them' : (group.shown < group.hits.length || group.hits.length < mostHits ? `${glyphs.arrow} shows them` : 'since: and until: narrow them');
	return [{text: `  ${glyphs.ellipsis} ${groupDigits(more)} more (${how})`, look: 'dim'}];
}

