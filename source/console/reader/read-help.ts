import {showControls} from '../../terminal/show-controls.ts';
import {helpPages} from '../help/help-pages.ts';
import type {HelpState} from '../help/help-state.ts';
import {countKeys, helpHeight, listHelp} from '../help/list-help.ts';
import type {HelpLine} from '../help/lay-out-help.ts';
import {nameKeyOf} from '../name-key-of.ts';
import type {View} from '../view.ts';

/** The keys of a place as lines, as many as the terminal has rows, and how to go on. */
export function readHelp({state}: View, help: HelpState): readonly string[] {
	const {size, settings} = state;
	const lines = listHelp(help, state).flat();
	const height = helpHeight(size);
	const firstRow = Math.max(0, Math.min(help.firstRow, lines.length - height));
	const below = lines.length - firstRow - height;
	return [
		`Help: ${helpPages[help.of].name}, ${countKeys(help.of, settings.keys)} keys`,
		...(help.find === undefined ? [] : [`Find${help.isFinding ? ', being typed' : ''}: ${showControls(help.find.text)}`]),
		...(lines.length === 0 ? ['No key is like that.'] : []),
		...lines.slice(firstRow, firstRow + height).map(line => readLine(line)),
		...(below > 0 ? [`${below} more lines, ${nameKeyOf('move.pageDown', state)} shows them`] : []),
	].filter(line => line !== '');
}

function readLine({title, keys, help}: HelpLine): string {
	return title === '' ? [keys, help].filter(text => text !== '').join(': ') : title.toLowerCase();
}
