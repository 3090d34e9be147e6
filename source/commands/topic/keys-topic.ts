import {nameKey} from '../../keys/key-name.ts';
import {keyTable} from '../../keys/key-table.ts';
import type {KeyContext, KeyRow} from '../../keys/key-table.ts';
import type {Topic, TopicPart} from './topic.ts';

const screens: ReadonlyArray<readonly [context: KeyContext, title: string]> = [['sessions', 'In the list'], ['hits', 'In the hits'], ['live', 'On the wall of live sessions'], ['player', 'In the player']];

/** The screens people work in; the rest is said on the screen itself. */
export const keysTopic: Topic = {
	name: 'keys',
	title: 'Keys of the console',
	parts: screens.map(([context, title]) => listKeys(context, title)),
};

function listKeys(context: KeyContext, title: string): TopicPart {
	const table: readonly KeyRow[] = keyTable;
	const rows = table.filter(row => row.contexts.includes(context)).map(({keys, help}) => [keys.length > 9 ? `${keys[0]} … ${keys.at(-1)}` : keys.map(key => nameKey(key)).join(' '), help] as const);
	return {type: 'rows', title, rows};
}
