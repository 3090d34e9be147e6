import type {Piece} from '../components/row.tsx';
import {drawHints} from '../hints.ts';
import type {Hint} from '../hints.ts';
import {drawFilter} from '../lists/draw-filter.ts';
import {drawTitle} from '../lists/draw-title.ts';
import type {View} from '../view.ts';

/** The moments that match, grouped by session: exactly as many rows as the terminal has. */
export function drawHits(view: View): ReadonlyArray<readonly Piece[]> {
	const {state: {size}} = view;
	const empty: readonly Piece[] = [{text: '    No moment in this query. Add text, seen: or typed:'}];
	const rest = Array.from({length: Math.max(0, size.rows - 5)}, (): readonly Piece[] => [{text: ' '}]);
	return [drawTitle(view), drawFilter(view, ''), [{text: ' '}], empty, ...rest, drawHints(hints, view)];
}

const hints: readonly Hint[] = [['filter.edit', 'query'], ['tab.sessions', 'sessions'], ['app.command', 'more']];
