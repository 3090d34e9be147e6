import type {Session} from '../../store/store.ts';
import type {Piece} from '../components/row.tsx';
import type {TextRange} from '../../store/query/text-range.ts';
import {highlight} from '../text/highlight.ts';
import {fillPieces} from '../text/pieces.ts';
import {fillEnd, fillStart} from '../text/fit-text.ts';
import type {Meaning} from '../theme.ts';
import type {View} from '../view.ts';
import {addressOf} from './address-of.ts';
import {chooseColumns} from './columns.ts';
import type {Column} from './columns.ts';
import {isRankedNow} from './do-in-sessions.ts';
import {isFresh} from './refresh.ts';

/** The heads of the columns; a mark shows what the list is sorted by. */
export function drawHeads(view: View, columns: number): readonly Piece[] {
	const {state: {sessions}, glyphs} = view;
	const heads = chooseColumns(view, columns).map(column => {
		const isSorted = column.sort === sessions.sort && !isRankedNow(sessions);
		const mark = isSorted ? `${column.cells > column.head.length + 1 ? ' ' : ''}${sessions.isDescending ? glyphs.descending : glyphs.ascending}` : '';
		return fill(column, column.head + mark, glyphs.ellipsis);
	});
	return [{text: `    ${heads.join('')}`.trimEnd(), look: 'dim'}];
}

/** One session. */
export function drawSession(view: View, session: Session, columns: number): readonly Piece[] {
	const {state: {now, sessions}, glyphs} = view;
	const address = addressOf(session);
	const isSelected = address === sessions.selected;
	const isOld = (sessions.asking?.waitedMs ?? 0) >= 1000;
	const look: Meaning = isOld ? 'dim' : (isSelected ? 'selected' : 'text');
	return [
		{text: isSelected ? glyphs.cursor : ' ', look: 'accent'},
		{text: sessions.marked.has(address) ? glyphs.mark : ' ', look: 'mark'},
		drawLive(session, now, view),
		{text: ' '},
		...chooseColumns(view, columns).flatMap((column): readonly Piece[] => {
			const matches = findMatches(view, session, column);
			if (matches.length > 0) {
				return drawMatches(view, column, {text: column.head === 'USER' ? session.user : session.host, matches, look});
			}

			const text = fill(column, column.write(session), glyphs.ellipsis);
			return [{text, look: column.head === 'FLAGS' && text.includes('g') ? 'warning' : look}];
		}),
	];
}

/** What fits the typed words in a name. */
function findMatches({state: {sessions}}: View, session: Session, {head}: Column): readonly TextRange[] {
	const matches = sessions.ranking?.matches.get(addressOf(session));
	return (head === 'USER' ? matches?.user : (head === 'HOST' ? matches?.host : undefined)) ?? [];
}

type Matched = {readonly text: string; readonly matches: readonly TextRange[]; readonly look: Meaning};

function drawMatches({state, glyphs}: View, {cells, space}: Column, {text, matches, look}: Matched): readonly Piece[] {
	const pieces = highlight(text, matches, {columns: cells, ellipsis: glyphs.ellipsis, isMono: state.settings.theme === 'mono'});
	return fillPieces(pieces.map(piece => ({text: piece.text, look: piece.look ?? look})), cells + space, glyphs.ellipsis);
}

function drawLive(session: Session, now: number, {glyphs}: View): Piece {
	if (session.state !== 'live') {
		return {text: ' '};
	}

	return isFresh(session, now) ? {text: glyphs.live, look: 'live'} : {text: glyphs.stale, look: 'dim'};
}

function fill({cells, space, isRight}: Column, text: string, ellipsis: string): string {
	return (isRight ? fillStart : fillEnd)(text, cells, ellipsis) + ' '.repeat(space);
}
