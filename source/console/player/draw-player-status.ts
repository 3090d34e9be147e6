import {writePosition} from '../../format/position.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {isGap} from '../../store/is-gap.ts';
import type {Piece} from '../components/row.tsx';
import {drawInput} from '../text/draw-input.ts';
import {cutPieces, measurePieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {nameKeyOf} from '../name-key-of.ts';
import type {TextInput} from '../text-input.ts';
import type {PlayerState} from './player-state.ts';
import {tellHits} from './hits/tell-hits.ts';
import {describeSelection} from './select/select-keys.ts';
import {describeStreams, isInputOnly} from './stream-words.ts';
import {tellState} from './tell-state.ts';
import {tellWallClock} from './tell-wall-clock.ts';

/** State, speed and position first; what has no room is left out from the right. */
export function drawPlayerStatus(player: PlayerState, view: View): readonly Piece[] {
	const {state, glyphs, layout} = view;
	if (player.search.input !== undefined) {
		const told: Piece = state.notice === undefined ? {text: `  ${nameKeyOf('input.accept', state)} searches this recording, ${nameKeyOf('app.cancel', state)} leaves`, look: 'dim'} : {text: `  ${showControls(state.notice.text)}`, look: state.notice.isError ? 'danger' : 'accent'};
		return cutPieces([...drawSearch(player.search.input), told], state.size.columns, glyphs.ellipsis);
	}

	const gap = layout.width === 'narrow' ? ' ' : '  ';
	const row = [...drawNeeded(player, view)];
	const wanted = state.notice === undefined
		? tellMore(player, view)
		: [{text: showControls(state.notice.text), look: state.notice.isError ? 'danger' : 'accent'} as const];
	for (const piece of wanted) {
		const cells = measurePieces([...row, {text: gap}, piece]);
		if (cells > state.size.columns && state.notice === undefined) {
			break;
		}

		row.push({text: gap}, piece);
	}

	return cutPieces(row, state.size.columns, glyphs.ellipsis);
}

/** Cells of the row that news have. */
export function measureNewsRoom(player: PlayerState, view: View): number {
	const before = player.search.input === undefined ? drawNeeded(player, view) : drawSearch(player.search.input);
	return view.state.size.columns - measurePieces(before) - 2;
}

function drawSearch(input: TextInput): readonly Piece[] {
	return [{text: ' / ', look: 'accent'}, ...drawInput(input)];
}

/** What stands there whatever is told. */
function drawNeeded(player: PlayerState, view: View): readonly Piece[] {
	const gap = view.layout.width === 'narrow' ? ' ' : '  ';
	const needed: readonly Piece[] = [tellState(player, view), ...tellPosition(player, view)];
	return [{text: ' '}, ...needed.flatMap((piece, index) => index === 0 ? [piece] : [{text: gap}, piece])];
}

function tellPosition(player: PlayerState, {state, layout, glyphs}: View): readonly Piece[] {
	const {digits, targetMs, isSeekLate, positionMs, recording, stage, isExact} = player;
	if (stage !== 'open') {
		return [];
	}

	const position = isSeekLate && targetMs !== undefined ? `seeking ${writePosition(targetMs)}` : writePosition(positionMs, isExact || (layout.width === 'wide' && !player.isPlaying));
	const slash = layout.width === 'narrow' ? '/' : ' / ';
	const jump: readonly Piece[] = player.skippedMs === undefined ? [] : [{text: `${glyphs.skipped} skipped ${writePosition(player.skippedMs)}`, look: 'accent'}];
	const chosen: readonly Piece[] = player.selection === undefined ? [] : [{text: describeSelection(player.selection), look: 'accent'}];
	const typed: readonly Piece[] = digits === undefined ? [] : [{text: `goto ${digits}_`, look: 'accent'}];
	return [{text: position + slash + writePosition(recording.lengthMs)}, ...typed, ...chosen, ...state.notice === undefined ? jump : []];
}

function tellMore(player: PlayerState, view: View): readonly Piece[] {
	const {screen, unshown, recording, stage, isPanFollowing, session} = player;
	if (stage !== 'open') {
		return [];
	}

	const gaps = recording.gaps.filter(gap => isGap(gap)).length;
	const streams = describeStreams(session);
	const size: Piece = {text: streams ?? `${screen.columns}${view.glyphs.times}${screen.rows}`};
	const facts: ReadonlyArray<Piece | undefined> = [
		unshown === 0 ? undefined : {text: `${unshown} ${unshown === 1 ? 'character' : 'characters'} cannot be shown here`, look: 'warning'},
		tellWallClock(player, view),
		streams === undefined && (view.layout.width === 'narrow' || isInputOnly(session)) ? undefined : size,
		tellIdleLimit(player, view),
		tellHits(player, view),
		gaps === 0 ? undefined : {text: `${gaps} ${gaps === 1 ? 'gap' : 'gaps'}`, look: 'danger'},
		isPanFollowing ? undefined : {text: 'view stays', look: 'dim'},
	];
	return facts.filter(fact => fact !== undefined);
}

/** `idle≤2s`, and how much shorter the recording gets by it. */
function tellIdleLimit({idleLimitMs, timeline, recording}: PlayerState, {glyphs, layout}: View): Piece | undefined {
	if (idleLimitMs === Infinity) {
		return undefined;
	}

	const savedMs = recording.lengthMs - timeline.compressedMs;
	const saved = layout.width === 'wide' && savedMs >= 1000 ? ` (${glyphs.minus}${writePosition(savedMs)})` : '';
	return {text: `idle${glyphs.atMost}${idleLimitMs / 1000}s${saved}`};
}
