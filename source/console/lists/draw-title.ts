import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import type {State} from '../state.ts';
import {cutMiddle} from '../text/fit-text.ts';
import {formatClock, formatZone} from '../text/format-time.ts';
import {groupDigits} from '../text/format-length.ts';
import {spreadPieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {refreshIntervalMs, tickIntervalMs} from '../sessions/refresh.ts';
import {drawTabs} from './draw-tabs.ts';

/** Where we are, and at the right the store, who looks, and how old the data are. */
export function drawTitle(view: View): readonly Piece[] {
	const {state, layout, glyphs} = view;
	const part: Piece = {text: ` ${glyphs.part} `, look: 'dim'};
	const name: readonly Piece[] = layout.width === 'narrow' ? [{text: ' '}] : [{text: state.store.isDemo ? ' scribery demo' : ' scribery', look: 'selected'}, part];
	const left: readonly Piece[] = [...name, ...drawTabs(view), ...drawFresh(state)];
	const facts = [...(state.size.columns < namedColumns ? [] : [showControls(cutMiddle(state.store.name, layout.width === 'wide' ? 40 : 20, glyphs.ellipsis))]), ...(layout.width === 'narrow' ? [] : [state.who]), ...(layout.width === 'wide' && state.sessions.counts !== undefined ? [writeClock(state)] : [])];
	const age = drawAge(view);
	const right = facts.flatMap(text => [{text}, part]);
	return spreadPieces(left, [...right.slice(0, age === undefined ? -1 : undefined), ...(age === undefined ? [] : [age]), {text: ' '}], {columns: state.size.columns, ellipsis: glyphs.ellipsis});
}

const namedColumns = 56; // Below, the tabs need the room of the store's name.

function drawFresh({sessions}: State): readonly Piece[] {
	const follow: readonly Piece[] = sessions.isFollowing ? [{text: '  following', look: 'live'}] : [];
	return sessions.fresh > 0 ? [...follow, {text: `  ${groupDigits(sessions.fresh)} new, r shows them`, look: 'accent'}] : follow;
}

/** With seconds only while something ticks: an idle list writes nothing. */
function writeClock(state: State): string {
	return tickIntervalMs(state) === 1000 ? formatClock(state.now, state.settings.timeZone) : `UTC${formatZone(state.now, state.settings.timeZone)}`;
}

/** After ten seconds a person may want to know how to stop waiting. */
function writeWait(waitedMs: number, {spinner, slow}: View['glyphs']): string {
	const seconds = Math.floor(waitedMs / 1000);
	return seconds === 0 ? spinner[0] ?? '' : `${slow} ${seconds} s${seconds >= 10 ? ', Esc stops' : ''}`;
}

function drawAge(view: View): Piece | undefined {
	const {state, glyphs, layout} = view;
	const {asking, readAt, failure} = state.sessions;
	if (asking !== undefined && asking.waitedMs > 0) {
		return {text: writeWait(asking.waitedMs, glyphs), look: 'warning'};
	}

	if (readAt === undefined) {
		return undefined;
	}

	const seconds = Math.max(0, Math.floor((state.now - readAt) / 1000));
	if (failure !== undefined) {
		return {text: `data ${seconds} s old`, look: 'danger'};
	}

	// Nothing ticks while nothing moves: then the age is told as what it is at most.
	const isTicking = tickIntervalMs(state) === 1000;
	const age = isTicking ? `${seconds} s` : `${glyphs.atMost} ${refreshIntervalMs(state) / 1000} s`;
	return {text: layout.width === 'wide' ? `data ${age} old` : `${age} ago`, look: 'dim'};
}
