import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {refreshMs, tickIntervalMs} from '../sessions/refresh.ts';
import type {State} from '../state.ts';
import {cutMiddle} from '../text/fit-text.ts';
import {groupDigits} from '../text/format-length.ts';
import {formatClock, formatZone} from '../text/format-time.ts';
import {measurePieces, spreadPieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {nameKeyOf} from '../name-key-of.ts';
import {drawTabs} from './draw-tabs.ts';

const leastNameCells = 6;

/** Where we are, and at the right the store, who looks, and how old the data are. The store's name gives way to the rest. */
export function drawTitle(view: View): readonly Piece[] {
	const {state, layout, glyphs} = view;
	const {columns} = state.size;
	const part: Piece = {text: ` ${glyphs.part} `, look: 'dim'};
	const name: readonly Piece[] = layout.width === 'narrow' ? [{text: ' '}] : [{text: state.store.isDemo ? ' scribery demo' : ' scribery', look: 'selected'}, part];
	const left: readonly Piece[] = [...name, ...drawTabs(view), ...drawFresh(state)];
	const age = drawAge(view);
	const facts: readonly Piece[] = [
		...(layout.width === 'narrow' ? [] : [{text: showControls(state.who)}]),
		...(layout.width === 'wide' && state.sessions.counts !== undefined ? [{text: writeClock(state)}] : []),
		...(age === undefined ? [] : [age]),
	];
	const room = columns - measurePieces([...left, ...facts]) - (facts.length * part.text.length) - 2;
	const store = showControls(cutMiddle(state.store.name, Math.min(room, layout.width === 'wide' ? 40 : 20), glyphs.ellipsis));
	const right = [...(room < Math.min(leastNameCells, store.length) ? [] : [{text: store}]), ...facts].flatMap((fact, index) => index === 0 ? [fact] : [part, fact]);
	return spreadPieces(left, [...right, {text: ' '}], {columns, ellipsis: glyphs.ellipsis});
}

function drawFresh(state: State): readonly Piece[] {
	const {screen, sessions} = state;
	if (screen !== 'sessions') {
		return [];
	}

	const follow: readonly Piece[] = sessions.isFollowing ? [{text: '  following', look: 'live'}] : [];
	return sessions.fresh > 0 ? [...follow, {text: `  ${groupDigits(sessions.fresh)} new, ${nameKeyOf('data.refresh', state)} shows them`, look: 'accent'}] : follow;
}

/** With seconds only while something ticks: an idle list writes nothing. */
function writeClock(state: State): string {
	const isTicking = state.screen === 'live' || tickIntervalMs(state) === 1000;
	return isTicking ? formatClock(state.now, state.settings.timeZone) : `UTC${formatZone(state.now, state.settings.timeZone)}`;
}

/** How long the person has waited, or how old what is seen may be. */
function drawAge(view: View): Piece | undefined {
	const {state} = view;
	const waitedMs = findWait(state);
	if (waitedMs > 0) {
		return {text: writeWait(waitedMs, view), look: 'warning'};
	}

	switch (state.screen) {
		case 'live': {
			return state.wall.readAt === undefined ? undefined : drawKnownAge(view, state.wall.readAt, state.wall.failure !== undefined);
		}

		case 'hits': {
			return undefined;
		}

		case 'sessions':
		case 'player': {
			return drawListAge(view);
		}
	}
}

function findWait({screen, sessions, hits}: State): number {
	return (screen === 'hits' ? hits.search?.waitedMs : (screen === 'sessions' ? sessions.asking?.waitedMs : undefined)) ?? 0;
}

/** After ten seconds a person may want to know how to stop waiting. */
function writeWait(waitedMs: number, {state, glyphs: {spinner, slow}}: View): string {
	const seconds = Math.floor(waitedMs / 1000);
	return seconds === 0 ? spinner[0] ?? '' : `${slow} ${seconds} s${seconds >= 10 ? `, ${nameKeyOf('app.cancel', state)} stops` : ''}`;
}

function drawListAge(view: View): Piece | undefined {
	const {state, glyphs} = view;
	const {readAt, failure} = state.sessions;
	if (readAt === undefined || failure !== undefined || tickIntervalMs(state) === 1000) {
		return readAt === undefined ? undefined : drawKnownAge(view, readAt, failure !== undefined);
	}

	// Nothing ticks while nothing moves: then the age is told as what it is at most.
	return writeAge(view, `${glyphs.atMost} ${refreshMs / 1000} s`);
}

function drawKnownAge(view: View, readAt: number, isFailed: boolean): Piece {
	const seconds = Math.max(0, Math.floor((view.state.now - readAt) / 1000));
	return isFailed ? {text: `data ${seconds} s old`, look: 'danger'} : writeAge(view, `${seconds} s`);
}

function writeAge({layout}: View, age: string): Piece {
	return {text: layout.width === 'wide' ? `data ${age} old` : `${age} ago`, look: 'dim'};
}
