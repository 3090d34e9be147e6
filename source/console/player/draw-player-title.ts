import {printAddress, shortenRec} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {formatClock, formatStart} from '../text/format-time.ts';
import {spreadPieces} from '../text/pieces.ts';
import type {State} from '../state.ts';
import type {View} from '../view.ts';
import {findUncertainGap} from './gap-words.ts';
import {layOutPlayer} from './player-layout.ts';
import type {PlayerState} from './player-state.ts';
import {isInputOnly} from './stream-words.ts';

/** Whose recording this is, and which part of its screen is in view. */
export function drawPlayerTitle(player: PlayerState, view: View): readonly Piece[] {
	const {glyphs, layout, state} = view;
	const {session} = player;
	const address: Piece = {text: ` ${printAddress({...session, rec: shortenRec(session.rec)})}`, look: 'selected'};
	const part: Piece = {text: layout.width === 'narrow' ? ' ' : ` ${glyphs.part} `, look: 'dim'};
	const left = [address, ...tellSession(player, view).flatMap(text => [part, {text}])];
	const right = [...tellUncertainty(player), {text: tellExtent(player, view)}].filter(({text}) => text !== '');
	const parted = right.flatMap((piece, index) => index === 0 ? [piece] : [part, piece]);
	return spreadPieces(left, parted, {columns: state.size.columns, ellipsis: glyphs.ellipsis});
}

function tellSession({session}: PlayerState, {layout, state}: View): readonly string[] {
	const user = showControls(session.user);
	if (layout.width !== 'wide') {
		return layout.width === 'narrow' ? [user] : [user, showControls(session.term)];
	}

	const start = session.startedAt === undefined ? [] : [writeStart(session.startedAt, state)];
	const exit = session.exit === undefined ? [] : [`exit ${showControls(session.exit)}`];
	return [`${user}@${showControls(session.host)}`, showControls(session.term), ...start, ...exit];
}

/** `Mon Nov 23 10:46 +01:00`. */
function writeStart(at: number, {now, settings: {timeZone}}: State): string {
	const [weekday = '', , zone = ''] = formatClock(at, timeZone).split(' ', 3);
	return `${weekday} ${formatStart(at, now, timeZone)} ${zone}`;
}

function tellUncertainty(player: PlayerState): readonly Piece[] {
	return findUncertainGap(player) === undefined ? [] : [{text: 'uncertain', look: 'warning'}];
}

/** `80×24 all shown`, or which rows and columns are, with arrows to the hidden sides. */
function tellExtent(player: PlayerState, {state, glyphs, layout}: View): string {
	const {screen, pan, stage} = player;
	const {pane} = layOutPlayer(state.size, player);
	if (stage !== 'open' || isInputOnly(player.session)) {
		return '';
	}

	const isHidesRows = screen.rows > pane.rows;
	const isHidesColumns = screen.columns > pane.columns;
	if (!isHidesRows && !isHidesColumns) {
		return `${screen.columns}${glyphs.times}${screen.rows}${layout.width === 'narrow' ? '' : ' all shown'}`;
	}

	const isTotal = layout.width !== 'narrow';
	const rows = isHidesRows ? [tellRange('rows', pan.row, {visible: pane.rows, of: screen.rows, total: isTotal})] : [];
	const columns = isHidesColumns ? [tellRange(layout.width === 'wide' ? 'columns' : 'cols', pan.column, {visible: pane.columns, of: screen.columns, total: isTotal})] : [];
	const {up, down, left, right} = glyphs.hidden;
	const arrows = [
		pan.row > 0 ? up : '',
		pan.row + pane.rows < screen.rows ? down : '',
		pan.column > 0 ? left : '',
		pan.column + pane.columns < screen.columns ? right : '',
	].join('');
	return [...rows, ...columns, arrows].join(' ');
}

function tellRange(what: string, from: number, {visible, of, total}: {readonly visible: number; readonly of: number; readonly total: boolean}): string {
	return `${what} ${from + 1}–${from + visible}${total ? ` of ${of}` : ''}`;
}
