import {inputOf} from '../text-input.ts';
import type {TextInput} from '../text-input.ts';
import type {SessionsState} from './sessions-state.ts';

const fields = ['user:', 'host:', 'since:', 'until:', 'when:', 'rec:'];

/** Complete the word before the cursor: a field's name, or a user or host among the loaded rows. */
export function completeFilter({filter, rows}: SessionsState): TextInput {
	const characters = [...filter.text];
	const before = characters.slice(0, filter.cursor).join('');
	const word = before.split(/[\s\(,]/v).at(-1) ?? '';
	const candidates = word.startsWith('user:') ? rows.map(row => `user:${row.user}`) : (word.startsWith('host:') ? rows.map(row => `host:${row.host}`) : fields);
	const found = findCommonStart([...new Set(candidates)].filter(candidate => candidate.startsWith(word) && !/[\s"\(\),]/v.test(candidate)));
	if (word === '' || found.length <= word.length) {
		return filter;
	}

	const start = before.slice(0, before.length - word.length) + found;
	return {text: start + characters.slice(filter.cursor).join(''), cursor: inputOf(start).cursor};
}

/** The longest text that all begin with; empty when there are none. */
function findCommonStart(texts: readonly string[]): string {
	const [first = ''] = texts;
	let {length} = first;
	for (const text of texts) {
		while (!text.startsWith(first.slice(0, length))) {
			length--;
		}
	}

	return first.slice(0, length);
}
