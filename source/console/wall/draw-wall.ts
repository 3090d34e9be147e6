import type {Piece} from '../components/row.tsx';
import {drawHints} from '../hints.ts';
import type {Hint} from '../hints.ts';
import {drawFilter} from '../lists/draw-filter.ts';
import {drawTitle} from '../lists/draw-title.ts';
import type {View} from '../view.ts';

/** The sessions that run now, side by side: exactly as many rows as the terminal has. */
export function drawWall(view: View): ReadonlyArray<readonly Piece[]> {
	const {state: {size}} = view;
	const empty: readonly Piece[] = [{text: '    No session is running.'}];
	const rest = Array.from({length: Math.max(0, size.rows - 5)}, (): readonly Piece[] => [{text: ' '}]);
	return [drawTitle(view), drawFilter(view, ''), [{text: ' '}], empty, ...rest, drawHints(hints, view)];
}

const hints: readonly Hint[] = [['filter.edit', 'query'], ['tab.sessions', 'sessions'], ['app.command', 'more']];
