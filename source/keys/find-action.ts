import {keyContexts, keyTable} from './key-table.ts';
import type {KeyAction, KeyBinding, KeyContext} from './key-table.ts';

/**
What a key means.

@param contexts - the places that have the focus, the most special one first: the first that knows the key wins.
@param key - a key's name as in the table.
@param table - the person's own, if keys were changed.
*/
export function findAction(contexts: readonly KeyContext[], key: string, table: readonly KeyBinding[] = keyTable): KeyAction | undefined {
	const known = mapOf(table);
	for (const context of contexts) {
		const action = known.get(context)?.get(key);
		if (action !== undefined) {
			return action;
		}
	}

	return undefined;
}

/** The rows that work in a context, in the order of the table. */
export function listRows(context: KeyContext, table: readonly KeyBinding[] = keyTable): readonly KeyBinding[] {
	return table.filter(row => row.contexts.includes(context));
}

/** The first key of an action: the one that hints show. */
export function keyOf(action: KeyAction, table: readonly KeyBinding[] = keyTable, contexts: readonly KeyContext[] = []): string {
	const rows = table.filter(row => row.action === action);
	const here = rows.find(row => row.contexts.some(context => contexts.includes(context)));
	return (here ?? rows[0])?.keys[0] ?? '';
}

type KeyMap = ReadonlyMap<KeyContext, ReadonlyMap<string, KeyAction>>;

/** Made once a table: it is asked for each key. */
function mapOf(table: readonly KeyBinding[]): KeyMap {
	const made = maps.get(table) ?? new Map(keyContexts.map(context => [context, new Map(listRows(context, table).flatMap(row => row.keys.map(key => [key, row.action] as const)))]));
	maps.set(table, made);
	return made;
}

const maps = new WeakMap<readonly KeyBinding[], KeyMap>();
