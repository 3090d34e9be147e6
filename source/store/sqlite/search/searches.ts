import type {Store} from '../../store.ts';

/** The store's methods that may have much to read: answered in this thread, or in one of their own. */
export type Searches = Pick<Store, 'listSessions' | 'findMoments' | 'countFacets' | 'countStats'>;
