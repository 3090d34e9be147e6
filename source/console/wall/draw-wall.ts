import {shortenRec} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Session} from '../../store/store.ts';
import type {Piece} from '../components/row.tsx';
import {coverWithNews} from '../draw-news.ts';
import {drawHints} from '../hints.ts';
import type {Hint} from '../hints.ts';
import {drawFilter} from '../lists/draw-filter.ts';
import {drawTitle} from '../lists/draw-title.ts';
import {editHints} from '../lists/edit-hints.ts';
import {hintsOfEmpty, sayEmpty} from '../lists/say-empty.ts';
import {findNews} from '../news.ts';
import {addressOf} from '../sessions/address-of.ts';
import {describeFlags} from '../sessions/describe-session.ts';
import {groupDigits} from '../text/format-length.ts';
import {cutPieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {chosenTile, listTiles} from './choose-tile.ts';
import {drawTileHead} from './draw-tile-head.ts';
import {layOutWall} from './lay-out-wall.ts';
import type {WallLayout} from './lay-out-wall.ts';
import {tellNoTiles} from './tell-no-tiles.ts';

type Row = readonly Piece[];

/** The running sessions side by side: heads and edges; the recorded screens are painted between them. Exactly as many rows as the terminal has. */
export function drawWall(view: View): readonly Row[] {
	const {state: {sessions, size}} = view;
	const body = size.rows - 4;
	const tiles = listTiles(view.state);
	const empty = tiles.length === 0 ? tellNoTiles(view.state) : undefined;
	const rows = tiles.length === 0 ? sayEmpty(empty, view.state).slice(0, body) : drawTiles(view, tiles, body);
	return coverWithNews(view, [
		drawTitle(view),
		drawFilter(view, countRunning(view), 'has:live '),
		...rows,
		...Array.from({length: Math.max(0, body - rows.length)}, (): Row => [{text: ' '}]),
		drawDetails(view),
		sessions.isEditing ? drawHints(editHints, view, false) : drawHints(hintsOfEmpty(empty) ?? hints, view),
	]);
}

const hints: readonly Hint[] = [
	['open', 'follow'],
	['mark.toggle', 'pin'],
	[['wall.more', 'wall.fewer'], 'tiles'],
	['wall.pause', 'pause wall'],
	['filter.edit', 'filter'],
	['app.command', 'more'],
	['copy.address', 'address'],
];

function drawTiles(view: View, tiles: readonly Session[], body: number): readonly Row[] {
	const layout = layOutWall(view.state.size, view.state.wall.side);
	return Array.from({length: body}, (_, index) => drawBodyRow(view, {tiles, layout, row: index + 2}));
}

type BodyRow = {readonly tiles: readonly Session[]; readonly layout: WallLayout; readonly row: number};

/** Heads, a rule between tiles below each other, or what a recording is to be painted on. */
function drawBodyRow(view: View, {tiles, layout, row}: BodyRow): Row {
	const {glyphs} = view;
	const places = layout.places.map((place, index) => ({place, index})).filter(({place}) => row >= place.top - 1 && row < place.top + place.rows);
	if (places.length === 0) {
		const first = layout.places.slice(0, layout.across);
		return [{text: first.map(({columns}) => glyphs.line.repeat(columns)).join(glyphs.cross), look: 'dim'}];
	}

	return places.flatMap(({place, index}, column): Row => {
		const session = tiles[index];
		const edge: Row = column === 0 ? [] : [{text: glyphs.part, look: 'dim'}];
		return [...edge, ...(session === undefined ? [{text: ' '.repeat(place.columns)}] : drawCell(view, session, {columns: place.columns, row: row - place.top}))];
	});
}

function drawCell(view: View, session: Session, {columns, row}: {readonly columns: number; readonly row: number}): Row {
	if (row === -1) {
		return drawTileHead(view, session, columns);
	}

	const problem = view.state.wall.problems.get(addressOf(session));
	const told = row === 0 && problem !== undefined ? cutPieces([{text: ` ${showControls(problem)}`, look: 'danger'}], columns, view.glyphs.ellipsis) : [];
	const [piece] = told;
	return [...told, {text: ' '.repeat(columns - (piece === undefined ? 0 : piece.text.length))}];
}

function countRunning({state: {wall}, layout}: View): string {
	if (wall.text === undefined) {
		return '';
	}

	const matching = wall.sessions.length;
	return `${groupDigits(matching)} of ${groupDigits(Math.max(matching, wall.running ?? matching))}${layout.width === 'narrow' ? '' : ' running'}${wall.isPaused ? ', paused' : ''}`;
}

function drawDetails(view: View): Row {
	const {state: {wall, size, now}, glyphs} = view;
	const news = findNews(view.state);
	if (news !== undefined) {
		return cutPieces([{text: ' '}, news], size.columns, glyphs.ellipsis);
	}

	const session = chosenTile(wall);
	return session === undefined
		? [{text: ' '}]
		: cutPieces([
			{text: ` ${showControls(session.user)}@${showControls(session.host)}`, look: 'selected'},
			{text: `  ${showControls(session.host)}/${showControls(shortenRec(session.rec))}  ${describeFlags(session, undefined, now)}`},
		], size.columns, glyphs.ellipsis);
}
