import type {Query} from '../../../store/query/query.ts';
import type {SessionKey} from '../../../store/store.ts';

/** The same search, of one recording alone. */
export function withinSession({host, rec}: SessionKey, query: Query): Query {
	return {
		type: 'and',
		parts: [
			{type: 'text', field: 'rec', values: [{type: 'phrase', text: rec}]},
			{type: 'text', field: 'host', values: [{type: 'phrase', text: host}]},
			...query.type === 'and' ? query.parts : [query],
		],
	};
}
