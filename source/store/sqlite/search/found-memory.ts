const keptTerms = 32;

/** Which sessions a term was looked for in, and with what result: the next page and the next keystroke ask again. */
export type FoundMemory = {
	/** @returns `undefined` when it is not known for this pass of the indexer. */
	readonly recall: (term: string, session: number, pass: number) => boolean | undefined;
	readonly keep: (term: string, session: number, found: {readonly pass: number; readonly isFound: boolean}) => void;
};

export function createFoundMemory(): FoundMemory {
	const terms = new Map<string, Map<number, {readonly pass: number; readonly isFound: boolean}>>();
	return {
		recall(term, session, pass) {
			const found = terms.get(term)?.get(session);
			return found?.pass === pass ? found.isFound : undefined;
		},
		keep(term, session, found) {
			const sessions = terms.get(term) ?? new Map<number, {readonly pass: number; readonly isFound: boolean}>();
			sessions.set(session, found);
			// The one used last stands last.
			terms.delete(term);
			terms.set(term, sessions);
			const [oldest] = terms.keys();
			if (terms.size > keptTerms && oldest !== undefined) {
				terms.delete(oldest);
			}
		},
	};
}
