import {writePosition} from '../../../format/position.ts';
import {showControls} from '../../../terminal/show-controls.ts';
import type {Piece} from '../../components/row.tsx';
import {cutPieces, fillPieces, spreadPieces} from '../../text/pieces.ts';
import type {View} from '../../view.ts';
import {findCurrent, listEvents, listShownEvents} from '../events/list-events.ts';
import {listKinds} from '../events/list-kinds.ts';
import {eventKinds} from '../events/player-event.ts';
import type {PlayerEvent} from '../events/player-event.ts';
import {findPanelRoom} from '../player-layout.ts';
import type {PlayerState} from '../player-state.ts';

/** The rows of the list of events, each exactly as wide as asked: a header, then the events around the present one. */
export function drawPanel(player: PlayerState, view: View, {columns, rows}: {readonly columns: number; readonly rows: number}): ReadonlyArray<readonly Piece[]> {
	const {glyphs} = view;
	const {place} = findPanelRoom(view.state.size);
	const isBeside = place === 'beside';
	const inner = isBeside ? columns - 1 : columns;
	const header = place === 'row' ? [] : [isBeside ? drawShortHeader(player, view) : drawHeader(player, view)];
	const lines = [...header, ...drawEvents(player, view, {columns: inner, rows: rows - header.length})];
	return Array.from({length: rows}, (_, row) => {
		const line = fillPieces(lines[row] ?? [], inner, glyphs.ellipsis);
		return isBeside ? [{text: glyphs.part, look: 'dim' as const}, ...line] : line;
	});
}

/** How many have happened, of how many. */
function countEvents(player: PlayerState): string {
	const shown = listShownEvents(player);
	return `${findCurrent(shown, player.positionMs) + 1}/${shown.length}`;
}

function drawHeader(player: PlayerState, {glyphs, state}: View): readonly Piece[] {
	const names = ['all', ...listKinds(player).map(kind => eventKinds[kind].plural)];
	const kinds = names.map((name, index) => name === shownName(player) ? `[${name}]` : (index === 0 ? name : name));
	const text = `${glyphs.line.repeat(2)} Events ${countEvents(player)} ${glyphs.line.repeat(2)} ${kinds.join(' ')} `;
	return [{text: text + glyphs.line.repeat(Math.max(0, state.size.columns - text.length)), look: player.panel.chosen === undefined ? 'dim' : 'accent'}];
}

function drawShortHeader(player: PlayerState, view: View): readonly Piece[] {
	const {kinds} = player.panel;
	const marks = ['all', ...listKinds(player).map(kind => markOf(kind, view))];
	const chosen = kinds === 'all' ? 'all' : markOf(kinds, view);
	const right = marks.map(mark => mark === chosen ? `[${mark}]` : mark).join(' ');
	return [{text: `Events ${countEvents(player)} `.padEnd(14), look: 'selected'}, {text: right, look: player.panel.chosen === undefined ? 'dim' : 'accent'}];
}

function shownName({panel}: PlayerState): string {
	return panel.kinds === 'all' ? 'all' : eventKinds[panel.kinds].plural;
}

function markOf(kind: PlayerEvent['kind'], {glyphs}: View): string {
	return glyphs.isAscii ? eventKinds[kind].asciiMark : eventKinds[kind].mark;
}

function drawEvents(player: PlayerState, view: View, room: {readonly columns: number; readonly rows: number}): ReadonlyArray<readonly Piece[]> {
	const shown = listShownEvents(player);
	const current = findCurrent(shown, player.positionMs);
	const {chosen} = player.panel;
	if (shown.length === 0) {
		const none = listEvents(player).length === 0 ? 'Nothing is known to have happened here.' : `No ${shownName(player)} here; E shows other kinds.`;
		return [[{text: `  ${none}`, look: 'dim'}]];
	}

	// The present event stays in the middle; so does the chosen one while the list has the keys.
	const middle = chosen ?? current;
	const first = Math.max(0, Math.min(middle - Math.floor(room.rows / 2), shown.length - room.rows));
	return shown.slice(first, first + room.rows).map((event, row) => {
		const index = first + row;
		return drawEvent(event, view, {columns: room.columns, isCurrent: index === current, isChosen: index === chosen, isLater: index > current});
	});
}

function lookOf({kind, sign}: PlayerEvent): NonNullable<Piece['look']> {
	return kind === 'problem' ? 'danger' : (sign === '#' ? 'warning' : 'accent');
}

type EventLook = {readonly columns: number; readonly isCurrent: boolean; readonly isChosen: boolean; readonly isLater: boolean};

function drawEvent(event: PlayerEvent, view: View, {columns, isCurrent, isChosen, isLater}: EventLook): readonly Piece[] {
	const {glyphs, layout} = view;
	const isBelow = layout.width === 'normal';
	const position = writePosition(event.positionMs, isBelow).padStart(isBelow ? 10 : 6);
	const rest = isLater ? 'dim' : 'text';
	const who: readonly Piece[] = isBelow && event.who !== undefined ? [{text: `${showControls(event.who)} `, look: 'dim'}] : [];
	const left: readonly Piece[] = [
		{text: ` ${isCurrent ? glyphs.cursor : ' '}`},
		{text: `${position} `, look: rest},
		{text: `${event.sign ?? markOf(event.kind, view)} `, look: isLater ? 'dim' : lookOf(event)},
		{text: showControls(event.text), look: isChosen ? 'match' : rest},
	];
	return cutPieces(spreadPieces(left, who, {columns, ellipsis: glyphs.ellipsis}), columns, glyphs.ellipsis);
}
