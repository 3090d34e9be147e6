import {showControls} from '../../terminal/show-controls.ts';
import type {State} from '../state.ts';

/** The filter as a line, and what is wrong with it. */
export function readFilter({sessions: {filter, isEditing, problem}}: State): readonly string[] {
	return [
		...(isEditing || filter.text !== '' ? [`Filter${isEditing ? ', being typed' : ''}: ${showControls(filter.text)}`] : []),
		...(problem === undefined ? [] : [`Wrong: ${showControls(problem.message)}`]),
	];
}
