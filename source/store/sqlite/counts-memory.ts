import type {SessionPage} from '../store.ts';
import type {Condition} from './condition.ts';

const mostConditions = 50;
/** Longer conditions list candidates, and are hardly asked for again. */
const longestName = 10_000;

export type PageCounts = Omit<SessionPage, 'sessions'>;

/** What was counted of the sessions, until anything in the store changes: turning a page, or going back a keystroke, counts nothing anew. */
export type CountsMemory = {
	/** @param version - of the whole store, see `Connection.readVersion`. */
	readonly recall: (version: string, condition: Condition, count: () => PageCounts) => PageCounts;
};

export function createCountsMemory(): CountsMemory {
	const known = new Map<string, PageCounts>();
	let knownVersion = '';
	return {
		recall(version, {sql, values}, count) {
			if (version !== knownVersion || known.size >= mostConditions) {
				known.clear();
				knownVersion = version;
			}

			const name = JSON.stringify([sql, values]);
			const counts = known.get(name) ?? count();
			if (name.length <= longestName) {
				known.set(name, counts);
			}

			return counts;
		},
	};
}
