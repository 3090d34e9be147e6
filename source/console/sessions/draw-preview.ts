import {shortenRec} from '../../store/address.ts';
import type {Gap, Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {cutEnd} from '../text/fit-text.ts';
import {formatLength} from '../text/format-length.ts';
import {fillPieces, measurePieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {listFacts} from './describe-session.ts';

export type Preview = {
	readonly session: Session;
	readonly gaps: readonly Gap[] | undefined;
	readonly tab: 'screen' | 'info';
	readonly columns: number;
	/** Its header included. */
	readonly rows: number;
};

/** The last screen of a session, or all that is known about it, under a header. Exactly `rows` rows. */
export function drawPreview(view: View, preview: Preview): ReadonlyArray<readonly Piece[]> {
	const {columns, rows, tab} = preview;
	const {glyphs} = view;
	const body = tab === 'screen' ? drawScreen(view, preview) : drawFacts(view, preview);
	const fitting = tab === 'screen' ? body.slice(-Math.max(1, rows - 1)) : body.slice(0, Math.max(1, rows - 1));
	const rest = Array.from({length: Math.max(0, rows - 1 - fitting.length)}, (): readonly Piece[] => [{text: ' '}]);
	return [drawHeader(view, preview), ...fitting, ...rest].map(row => fillPieces(row, columns, glyphs.ellipsis));
}

function drawHeader({glyphs, state}: View, {session, tab, columns}: Preview): readonly Piece[] {
	const line = glyphs.line.repeat(2);
	const name = `${showControls(session.host)}/${showControls(shortenRec(session.rec))}`;
	const size = session.summary === undefined || session.summary.isPipe ? [] : [`${session.summary.columns}×${session.summary.rows}`];
	const facts = [tab === 'screen' ? `Last screen of ${name}` : `About ${name}`, ...size, formatLength(session.lengthMs)];
	const isMono = state.settings.theme === 'mono';
	const tabs = (['screen', 'info'] as const).flatMap((each): readonly Piece[] => [{text: ' '}, {text: isMono && each === tab ? `[${each}]` : each, look: !isMono && each === tab ? 'match' : 'text'}]);
	const header: readonly Piece[] = [...facts.flatMap((fact): readonly Piece[] => [{text: line, look: 'dim'}, {text: ` ${fact} `}]), {text: line, look: 'dim'}, ...tabs, {text: ' '}];
	return [...header, {text: glyphs.line.repeat(Math.max(0, columns - measurePieces(header))), look: 'dim'}];
}

function drawScreen(_view: View, {session: {summary}}: Preview): ReadonlyArray<readonly Piece[]> {
	if (summary === undefined) {
		return [[{text: '  Not indexed yet: scribery index does it.', look: 'dim'}]];
	}

	const lines = summary.lastScreen.map(line => showControls(line));
	const count = lines.findLastIndex(line => line.trim() !== '') + 1;
	return count === 0 ? [[{text: summary.isPipe ? '  Recorded without a terminal.' : '  The last screen is empty.', look: 'dim'}]] : lines.slice(0, count).map(line => [{text: `  ${line}`}]);
}

function drawFacts({glyphs, state}: View, {session, gaps, columns}: Preview): ReadonlyArray<readonly Piece[]> {
	const nameCells = 13;
	return listFacts(session, gaps, state.settings.timeZone).map(([name, value]) => [
		{text: `  ${name.padEnd(nameCells)}`, look: 'accent'},
		{text: cutEnd(value, Math.max(0, columns - nameCells - 2), glyphs.ellipsis)},
	]);
}
