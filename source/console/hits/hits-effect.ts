import type {Hit} from '../../store/moments.ts';
import type {Query, TextPattern} from '../../store/query/query.ts';
import type {Session, SessionKey} from '../../store/store.ts';

/** What the list of hits asks of the world. */
export type HitsEffect =
	/** Search; a search under way ends. `isNew`: the access log is not known to have an entry of this search, so it gets one first. */
	| {readonly type: 'findHits'; readonly requestId: number; readonly text: string; readonly isNew: boolean; readonly query: Query; readonly after: SessionKey | undefined}
	| {readonly type: 'stopHits'}
	/** All hits of one session, as far as they are ever listed. `isUnfolding`: the list wants to show them. */
	| {readonly type: 'loadHits'; readonly session: Session; readonly query: Query; readonly isUnfolding: boolean}
	/** The recorded screen when the hit appeared, with the patterns of its kind marked; a later one takes its place. */
	| {readonly type: 'readHitScreen'; readonly session: Session; readonly hit: Hit; readonly patterns: readonly TextPattern[]}
	| {readonly type: 'closeHitScreen'};
