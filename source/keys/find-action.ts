import {keyContexts, keyTable} from './key-table.ts';
import type {KeyAction, KeyContext, KeyRow} from './key-table.ts';

/**
What a key means.

@param contexts - the places that have the focus, the most special one first: the first that knows the key wins.
@param key - a key's name as in the table.
*/
export function findAction(contexts: readonly KeyContext[], key: string): KeyAction | undefined {
	for (const context of contexts) {
		const action = byContext.get(context)?.get(key);
		if (action !== undefined) {
			return action;
		}
	}

	return undefined;
}

/** The rows that work in a context, in the order of the table. */
export function listRows(context: KeyContext): ReadonlyArray<KeyRow & {readonly action: KeyAction}> {
	return keyTable.filter(row => (row.contexts as readonly KeyContext[]).includes(context));
}

/** The first key of an action: the one that hints show. */
export function keyOf(action: KeyAction): string {
	return keyTable.find(row => row.action === action)?.keys[0] ?? '';
}

const byContext = new Map(keyContexts.map(context => [
	context,
	new Map(listRows(context).flatMap(row => row.keys.map(key => [key, row.action] as const))),
]));
