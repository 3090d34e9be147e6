import {shortenRec} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {formatLength, groupDigits} from '../text/format-length.ts';
import {cutPieces, spreadPieces} from '../text/pieces.ts';
import {findNews} from '../news.ts';
import type {State} from '../state.ts';
import type {View} from '../view.ts';
import {addressOf} from './address-of.ts';
import {describeFlags} from './describe-session.ts';
import {findSelected, listShown} from './shown-rows.ts';

/** What is to be said about the chosen session, and below it news for the person: one row or two. */
export function drawDetails(view: View, rows: 1 | 2): ReadonlyArray<readonly Piece[]> {
	const {state: {sessions, size}, glyphs} = view;
	const shown = listShown(sessions);
	const session = shown[findSelected(sessions, shown)];
	const width = {columns: size.columns, ellipsis: glyphs.ellipsis};
	const who: readonly Piece[] = session === undefined
		? [{text: ' '}]
		: [
			{text: ` ${showControls(session.host)}/${showControls(shortenRec(session.rec))}`, look: 'selected'},
			{text: `  ${showControls(session.user)}`},
			session.audit?.lastCommand === undefined ? {text: session.audit === undefined ? '  (no audit)' : '  (no command)', look: 'dim'} : {text: `  ${showControls(session.audit.lastCommand)}`},
		];
	const news = findNews(view.state);
	if (news !== undefined) {
		const told = cutPieces([{text: ' '}, news], size.columns, glyphs.ellipsis);
		return rows === 1 ? [told] : [spreadPieces(who, [], width), told];
	}

	const what: readonly Piece[] = session === undefined ? [] : [{text: describeFlags(session, gapsOf(sessions, session), view.state.now)}];
	const right: readonly Piece[] = [{text: summarizeRight(view.state)}, {text: ' '}];
	return rows === 1 ? [spreadPieces([...who, {text: '  '}, ...what], right, width)] : [spreadPieces(who, [], width), spreadPieces([{text: ' '}, ...what], right, width)];
}

/** Where the gaps of a session are, when that has been read. */
export function gapsOf({details}: State['sessions'], session: Session) {
	return details?.address === addressOf(session) ? details.marks?.gaps : undefined;
}

function summarizeRight({sessions: {marked, counts, isIndexing}}: State): string {
	const lengthMs = marked.values().reduce((sum, length) => sum + length, 0);
	const unindexed = counts === undefined || counts.unindexed === 0 ? [] : [isIndexing ? `indexing, ${Math.floor(100 * (1 - (counts.unindexed / counts.matching)))} %` : `${groupDigits(counts.unindexed)} not indexed`];
	return [...unindexed, ...(marked.size > 0 ? [`${groupDigits(marked.size)} marked (${formatLength(lengthMs)})`] : [])].join('  ');
}
