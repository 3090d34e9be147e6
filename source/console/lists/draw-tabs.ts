import type {Piece} from '../components/row.tsx';
import type {State} from '../state.ts';
import {groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';
import type {ListName} from './list-name.ts';

/** The lists with their keys and how much is in them, where that is known; the one that is shown stands out. */
export function drawTabs({state, layout}: View): readonly Piece[] {
	const isMono = state.settings.theme === 'mono';
	const between = layout.width === 'narrow' ? ' ' : '  ';
	return tabs.flatMap(([list, title], index): readonly Piece[] => {
		const isShown = state.screen === list;
		const count = countOf(state, list);
		const text = count === undefined ? title : `${title} ${groupDigits(count)}`;
		return [{text: index === 0 ? '' : between}, {text: isShown && isMono ? `[${text}]` : text, look: isShown && !isMono ? 'match' : 'text'}];
	});
}

const tabs: ReadonlyArray<readonly [list: ListName, title: string]> = [['sessions', '1 Sessions'], ['hits', '2 Hits'], ['live', '3 Live']];

function countOf({hits, wall, sessions}: State, list: ListName): number | undefined {
	switch (list) {
		case 'sessions': {
			return undefined;
		}

		case 'hits': {
			const isAnswer = hits.applied?.text === sessions.filter.text.trim() && hits.applied.patterns.length > 0 && hits.failure === undefined;
			return isAnswer ? hits.groups.reduce((sum, {count}) => sum + count, 0) : undefined;
		}

		case 'live': {
			return wall.running;
		}
	}
}
