import type {Hit} from '../../../store/moments.ts';
import type {TextPattern} from '../../../store/query/query.ts';

/** What is looked for in the recording, and where it was found. */
export type PlayerHits = {
	/** Any of them is marked where it stands on the screen. */
	readonly patterns: readonly TextPattern[];
	/** By position. */
	readonly hits: readonly Hit[];
	/** Of all, should there be more than are listed. */
	readonly count: number;
};
