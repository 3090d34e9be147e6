import type {Piece} from '../components/row.tsx';
import type {View} from '../view.ts';
import type {ListName} from './list-name.ts';

/** The lists with their keys; the one that is shown stands out. */
export function drawTabs({state, layout}: View): readonly Piece[] {
	const isMono = state.settings.theme === 'mono';
	const between = layout.width === 'narrow' ? ' ' : '  ';
	return tabs.flatMap(([list, title], index): readonly Piece[] => {
		const isShown = state.screen === list;
		const text = isShown && isMono ? `[${title}]` : title;
		return [{text: index === 0 ? '' : between}, {text, look: isShown && !isMono ? 'match' : 'text'}];
	});
}

const tabs: ReadonlyArray<readonly [list: ListName, title: string]> = [['sessions', '1 Sessions'], ['hits', '2 Hits'], ['live', '3 Live']];
