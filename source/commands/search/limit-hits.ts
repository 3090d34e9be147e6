import type {MomentsPart} from '../../store/moments.ts';

export type Tally = {
	hits: number;
	/** Whether there were more than wanted. */
	isCut: boolean;
};

/**
Pass on so many hits, and what was searched.

@param parts - of `findMoments`, whose `mostHits` is the limit: it ends the search.
@param limit - at most so many hits.
@param tally - counts them.
*/
export async function * limitHits(parts: AsyncIterable<MomentsPart>, limit: number, tally: Tally): AsyncGenerator<MomentsPart> {
	for await (const part of parts) {
		if (part.type !== 'session') {
			yield part;
			continue;
		}

		if (tally.hits >= limit) {
			tally.isCut = true;
			continue;
		}

		const hits = part.hits.slice(0, limit - tally.hits);
		tally.hits += hits.length;
		tally.isCut ||= part.count > hits.length;
		yield {...part, hits};
	}
}
