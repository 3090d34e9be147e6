import {keyContexts, keyTable} from './key-table.ts';
import {nameKey} from './key-name.ts';

/** The text of `docs/keys.md`: the whole table as people read it. */
export function writeKeysPage(): string {
	const rows = keyTable.map(row => `| \`${row.action}\` | ${row.keys.map(key => code(nameKey(key))).join(' ')} | ${writeContexts(row.contexts)} | ${row.help} |`);
	return [
		'# Keys',
		'',
		'Made from `source/keys/key-table.ts` by `npm run keys`; a test fails when this page is stale.',
		'A focused text field takes printable keys as text.',
		'',
		'| action | keys | where | what it does |',
		'|---|---|---|---|',
		...rows,
		'',
	].join('\n');
}

function writeContexts(contexts: readonly string[]): string {
	return contexts.length === keyContexts.length ? 'everywhere' : contexts.join(', ');
}

function code(text: string): string {
	return text === '|' ? '`\\|`' : `\`${text}\``;
}
