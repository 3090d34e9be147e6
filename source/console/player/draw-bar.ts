import type {HeatColumn} from '../../playback/timeline.ts';
import type {Resize} from '../../store/store.ts';
import {isGap} from '../../store/is-gap.ts';
import type {Piece} from '../components/row.tsx';
import type {Glyphs} from '../glyphs.ts';
import type {View} from '../view.ts';
import {auditCellsOf, barCell, heatOf} from './bar-cells.ts';
import {listPlacedNotes} from './notes/bookmarks.ts';
import type {PlayerState} from './player-state.ts';
import {whereTo} from './where-to.ts';
import {isInputOnly} from './stream-words.ts';

const margin = 1;
/** Shorter pauses are no idle time in the bar. */
const idleMs = 2000;

/** The recording from its start to its end on the compressed scale: how much output each cell stands for, where nothing happened, what is missing. */
export function drawBar(player: PlayerState, {state, glyphs, layout}: View): readonly Piece[] {
	const columns = barColumns(state.size.columns);
	const heat = heatOf(player, columns);
	const bytes = heat.map(({outputBytes, inputBytes}) => isInputOnly(player.session) ? inputBytes : outputBytes);
	const mostBytes = Math.max(...bytes);
	const cells = heat.map((column, index): Piece => ({text: drawHeat(column, {bytes: bytes[index] ?? 0, mostBytes}, glyphs)}));
	for (const {fromMs, untilMs} of player.recording.gaps.filter(gap => isGap(gap))) {
		for (let cell = barCell(player, fromMs, columns); cell <= barCell(player, untilMs, columns); cell++) {
			cells[cell] = {text: glyphs.gap, look: 'danger'};
		}
	}

	// Without the row of marks the playhead is in the bar itself.
	if (layout.isShort || player.isFull) {
		cells[barCell(player, whereTo(player), columns)] = {text: glyphs.playhead, look: 'accent'};
	}

	return [{text: ' '.repeat(margin)}, ...joinAlike(cells)];
}

/** What stands below the bar; of several marks in one cell the first of these: playhead, target, gap, hit, bookmark, ends of the loop, login, command, new sizes. */
export function drawMarks(player: PlayerState, {state, glyphs}: View): readonly Piece[] {
	const columns = barColumns(state.size.columns);
	const cells: Piece[] = Array.from({length: columns}, () => ({text: ' '}));
	const {recording, loop, positionMs, targetMs, hits, notes} = player;
	const ends = typeof loop === 'object' ? [loop.fromMs, loop.untilMs] : [];
	const {commands, logins} = auditCellsOf(player, columns);
	const cellOf = (markMs: number | undefined): number | undefined => markMs === undefined ? undefined : barCell(player, markMs, columns);
	const marks: ReadonlyArray<readonly [cell: number | undefined, piece: Piece]> = [
		...listNewSizes(recording.resizes).map(resize => [cellOf(resize.positionMs), {text: glyphs.resize, look: 'dim'}] as const),
		...commands.map(cell => [cell, {text: glyphs.command, look: 'dim'}] as const),
		...logins.map(cell => [cell, {text: 'l', look: 'dim'}] as const),
		[cellOf(ends[1]), {text: glyphs.loop[1], look: 'mark'}],
		[cellOf(ends[0]), {text: glyphs.loop[0], look: 'mark'}],
		...listPlacedNotes(notes).map(note => [cellOf(note.positionMs), {text: glyphs.bookmark, look: 'mark'}] as const),
		...(hits?.hits ?? []).map(({fromMs}) => [cellOf(fromMs), {text: glyphs.hit, look: 'accent'}] as const),
		...recording.gaps.map(gap => [cellOf(gap.fromMs), {text: glyphs.gap, look: 'danger'}] as const),
		[cellOf(targetMs), {text: glyphs.target, look: 'accent'}],
		[cellOf(positionMs), {text: glyphs.playhead, look: 'accent'}],
	];
	for (const [cell, piece] of marks) {
		if (cell !== undefined) {
			cells[cell] = piece;
		}
	}

	return [{text: ' '.repeat(margin)}, ...joinAlike(cells)];
}

/** Recorders tell the size at each message: only another size is worth a mark. */
function listNewSizes(resizes: readonly Resize[]): readonly Resize[] {
	return resizes.filter(({columns, rows}, index) => {
		const before = resizes[index - 1];
		return before !== undefined && (before.columns !== columns || before.rows !== rows);
	});
}

function barColumns(columns: number): number {
	return Math.max(1, columns - (2 * margin));
}

function drawHeat({pauseMs, isCut}: HeatColumn, {bytes, mostBytes}: {readonly bytes: number; readonly mostBytes: number}, {heat, idle, compressed}: Glyphs): string {
	const levels = heat.length - 1;
	if (bytes > 0) {
		const level = Math.ceil(Math.log1p(bytes) / Math.log1p(mostBytes) * levels);
		return heat[Math.max(1, Math.min(levels, level))] ?? ' ';
	}

	if (isCut) {
		return compressed;
	}

	return pauseMs > idleMs ? idle : heat[0] ?? ' ';
}

/** Neighbours of one look as one piece: each costs two escape sequences. */
function joinAlike(cells: readonly Piece[]): readonly Piece[] {
	const joined: Piece[] = [];
	for (const cell of cells) {
		const last = joined.at(-1);
		if (last !== undefined && last.look === cell.look) {
			joined[joined.length - 1] = {...last, text: last.text + cell.text};
		} else {
			joined.push(cell);
		}
	}

	return joined;
}
