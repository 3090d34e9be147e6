import {keyOf} from '../keys/find-action.ts';
import {nameKey} from '../keys/key-name.ts';
import type {KeyAction} from '../keys/key-table.ts';
import type {State} from './state.ts';

/** The key of an action as the person has set it, named for their terminal. */
export function nameKeyOf(action: KeyAction, {settings: {keys, glyphs}, screen}: State): string {
	return nameKey(keyOf(action, keys, [screen]), glyphs === 'ascii');
}
