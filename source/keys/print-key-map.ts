import {keyContexts} from './key-table.ts';
import type {KeyBinding} from './key-table.ts';

/** A table as the text of a `keys.json`, an action a line: `parseKeyMap` reads it back into the same. */
export function printKeyMap(rows: readonly KeyBinding[]): string {
	const contexts = keyContexts.map(context => {
		const actions = rows.filter(row => row.contexts.includes(context)).map(({action, keys}) => `    ${JSON.stringify(action)}: [${keys.map(key => JSON.stringify(key)).join(', ')}]`);
		return `  ${JSON.stringify(context)}: {\n${actions.join(',\n')}\n  }`;
	});
	return `{\n${contexts.join(',\n')}\n}\n`;
}
