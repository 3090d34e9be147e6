import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {drawInput} from '../text/draw-input.ts';
import {spreadPieces} from '../text/pieces.ts';
import type {View} from '../view.ts';

/** The filter box, and at the right how much matches. */
export function drawFilter(view: View, count: string, fixed = ''): readonly Piece[] {
	const {state: {sessions, size}, glyphs} = view;
	const isWide = size.columns >= 80;
	const empty: readonly Piece[] = isWide && fixed === '' && !sessions.isEditing && sessions.filter.text === '' ? [{text: 'words, seen:, user:, host:, since:2d', look: 'dim'}] : [];
	const left: readonly Piece[] = [{text: ' / ', look: 'accent'}, {text: fixed, look: 'dim'}, ...drawText(view), ...empty];
	return spreadPieces(left, [{text: count}, {text: ' '}], {columns: size.columns, ellipsis: glyphs.ellipsis});
}

function drawText({state: {sessions}}: View): readonly Piece[] {
	const {filter, isEditing, problem} = sessions;
	if (isEditing) {
		return drawInput(filter, problem);
	}

	if (problem !== undefined) {
		const end = problem.offset + Math.max(1, problem.length);
		return [
			{text: showControls(filter.text.slice(0, problem.offset))},
			{text: showControls(filter.text.slice(problem.offset, end)) || ' ', look: 'wrong'},
			{text: showControls(filter.text.slice(end))},
		];
	}

	return drawChips(filter.text);
}

/** Terms with a field stand out as chips. */
function drawChips(text: string): readonly Piece[] {
	return text.split(/(?<chip>\b(?:user|host|rec|since|until|when):(?:"[^"]*"|\([^\)]*\)|[^\s"\(\)])+)/v)
		.filter(part => part !== '')
		.map(part => /^(?:user|host|rec|since|until|when):./v.test(part) ? {text: showControls(part), look: 'match'} : {text: showControls(part)});
}
