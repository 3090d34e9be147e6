import {findAction, listRows} from '../../../source/keys/find-action.ts';
import type {KeyAction, KeyContext} from '../../../source/keys/key-table.ts';

/** An action that works in a place, with its keys there. */
export type PlaceRow = {readonly action: KeyAction; readonly keys: readonly string[]};

/**
The rows of the key table that work in a place, from the table alone.

@param contexts - what has the keys there, the most special first. Behind a text field those keys reach the next context that the field has no use for and that are no text; behind any other place there is another place, whose keys are tried there.
*/
export function listPlaceRows(contexts: readonly KeyContext[]): readonly PlaceRow[] {
	const [first, ...others] = contexts;
	const own = first === undefined ? [] : listRows(first).map(({action, keys}) => ({action, keys}));
	const behind = first === 'input' ? others.flatMap(context => listRows(context)) : [];
	const reached = behind.map(({action, keys}) => ({action, keys: keys.filter(key => !isText(key) && findAction(['input'], key) === undefined)}));
	return [...own, ...reached.filter(({keys}) => keys.length > 0)];
}

function isText(key: string): boolean {
	return key === 'space' || key.length === 1;
}
