import type {SearchContext} from './context.ts';
import type {PlannedLeaf} from './plan.ts';
import {readMatches} from './read-matches.ts';

/** Is a term found in the lines of a session? Stops at the first one, and remembers. */
export async function isFoundIn(context: SearchContext, leaf: PlannedLeaf, {session, pass}: {readonly session: number; readonly pass: number}): Promise<boolean> {
	const {memory} = context;
	if (leaf.candidates !== 'all' && !leaf.candidates.has(session)) {
		return false;
	}

	if (leaf.isSure) {
		return true;
	}

	const known = memory.recall(leaf.id, session, pass);
	if (known !== undefined) {
		return known;
	}

	let isFound = false;
	for await (const lines of readMatches(context, session, [leaf])) {
		if (lines.length > 0) {
			isFound = true;
			break;
		}
	}

	memory.keep(leaf.id, session, {pass, isFound});
	return isFound;
}
