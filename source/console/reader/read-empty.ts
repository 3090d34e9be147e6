import {showControls} from '../../terminal/show-controls.ts';
import type {EmptyState} from '../lists/empty-state.ts';
import {nameKeyOf} from '../name-key-of.ts';
import type {State} from '../state.ts';

/** What is said where rows would be, each in a line of its own however long; last what can be done next. */
export function readEmpty(empty: EmptyState | undefined, state: State): readonly string[] {
	return empty === undefined ? [] : [empty.title, ...empty.lines, empty.steps.map(([action, word]) => `${nameKeyOf(action, state)} ${word}`).join(', ')].map(line => showControls(line));
}
