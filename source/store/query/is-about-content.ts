import type {Query} from './query.ts';

/** True for a search whose answer tells what was seen or typed, also by leaving sessions out. */
export function isAboutContent(query: Query): boolean {
	switch (query.type) {
		case 'and':
		case 'or':
		case 'not': {
			const parts = query.type === 'not' ? [query.part] : query.parts;
			return parts.some(part => isAboutContent(part));
		}

		case 'word':
		case 'moment': {
			return true;
		}

		case 'all':
		case 'text':
		case 'time':
		case 'number':
		case 'has': {
			return false;
		}
	}
}
