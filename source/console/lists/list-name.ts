/** The views on one query: sessions that match, moments that match, and those of the sessions that run. */
export type ListName = 'sessions' | 'hits' | 'live';
