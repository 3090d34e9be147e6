import {KeyMapError} from './key-map-error.ts';
import {isKeyName} from './key-name.ts';
import {keyContexts, keyTable} from './key-table.ts';
import type {KeyAction, KeyBinding, KeyContext} from './key-table.ts';
import {readKeyMap} from './read-key-map.ts';
import type {Word, WrittenKeys} from './read-key-map.ts';

/** These mean what their keys are: digits that type a time, arrows that edit a text. */
const fixedActions: ReadonlySet<KeyAction> = new Set<KeyAction>(['seek.tenth', 'seek.edit', 'input.edit']);

/**
The key table with the changes of a `keys.json`, `{"player": {"play.toggle": ["space", "p"]}}`: the keys given for an action in a context take the place of the table's.

@param text - of the file.
@param file - its name, for error messages.
@throws {KeyMapError} when anything in it cannot be used: then nothing of it is.
*/
export function parseKeyMap(text: string, file: string): readonly KeyBinding[] {
	const {contexts, rows: written} = readKeyMap(text, file);
	for (const context of contexts) {
		understandContext(context, file);
	}

	const changes = written.map(row => understand(row, file));
	const seen = new Map<string, number>();
	for (const {context, action, row} of changes) {
		const name = `${context} ${action}`;
		if (seen.has(name)) {
			throw new KeyMapError(`"${action}" stands twice under "${context}", first in line ${seen.get(name)}`, {file, line: row.action.line});
		}

		seen.set(name, row.action.line);
	}

	const rows = keyTable.flatMap((row: KeyBinding): readonly KeyBinding[] => {
		const own = changes.filter(({action}) => action === row.action);
		const kept = row.contexts.filter(context => own.every(change => change.context !== context));
		const moved = own.map(({context, row: {keys}}): KeyBinding => ({...row, keys: keys.map(key => key.text), contexts: [context]}));
		return [...(kept.length === 0 ? [] : [{...row, contexts: kept}]), ...moved];
	});
	refuseDoubleUse(rows, changes, file);
	return rows;
}

type Change = {readonly context: KeyContext; readonly action: KeyAction; readonly row: WrittenKeys};

function understand(row: WrittenKeys, file: string): Change {
	const context = understandContext(row.context, file);
	const known = keyTable.find(each => each.action === row.action.text);
	if (known === undefined) {
		throw new KeyMapError(`no action "${row.action.text}" (scribery keys --print lists them)`, {file, line: row.action.line});
	}

	const {action, contexts}: KeyBinding = known;
	if (!contexts.includes(context)) {
		throw new KeyMapError(`"${action}" does not work in "${context}", only in ${contexts.join(', ')}`, {file, line: row.action.line});
	}

	if (row.keys.length === 0) {
		throw new KeyMapError(`"${action}" has no key, expected at least one`, {file, line: row.action.line});
	}

	const isChanged = JSON.stringify(row.keys.map(key => key.text)) !== JSON.stringify(known.keys);
	if (isChanged && fixedActions.has(action)) {
		throw new KeyMapError(`the keys of "${action}" cannot be changed: each of them means itself`, {file, line: row.action.line});
	}

	for (const key of row.keys) {
		refuseKey(key, context, file);
	}

	return {context, action, row};
}

function understandContext({text, line}: Word, file: string): KeyContext {
	const context = keyContexts.find(each => each === text);
	if (context === undefined) {
		throw new KeyMapError(`no context "${text}" (known: ${keyContexts.join(', ')})`, {file, line});
	}

	return context;
}

function refuseKey(key: Word, context: KeyContext, file: string): void {
	if (!isKeyName(key.text)) {
		throw new KeyMapError(`no key "${key.text}", expected one character, a name such as space, enter, page-up, shift-left, or ctrl- with a letter`, {file, line: key.line});
	}

	if (context === 'input' && ([...key.text].length === 1 || key.text === 'space')) {
		throw new KeyMapError(`"${key.text}" is text in a text field and cannot be a key there`, {file, line: key.line});
	}
}

/** A key the file gives to two actions, or to one while the table gives it to another, is told where the file says so. */
function refuseDoubleUse(rows: readonly KeyBinding[], changes: readonly Change[], file: string): void {
	for (const {context, action, row} of changes) {
		for (const [index, key] of row.keys.entries()) {
			const other = rows.find(each => each.action !== action && each.contexts.includes(context) && each.keys.includes(key.text));
			if (other !== undefined) {
				throw new KeyMapError(`"${key.text}" is ${other.action} in "${context}" already`, {file, line: key.line});
			}

			if (row.keys.findIndex(each => each.text === key.text) !== index) {
				throw new KeyMapError(`"${key.text}" stands twice`, {file, line: key.line});
			}
		}
	}
}
