import type {Session} from '../../source/store/store.ts';

/** A session as a store lists it, with the fields that a test cares about. */
export function makeSession(fields: Partial<Session> = {}): Session {
	return {
		host: 'web1',
		rec: '2a5bdd2bdd6e4ad3b2ccbe3f6a6f84f7-39d-1c81a',
		user: 'alice',
		term: 'xterm-256color',
		auditSession: 69,
		startedAt: Date.UTC(2026, 10, 23, 9, 46, 18),
		endedAt: Date.UTC(2026, 10, 23, 10, 33, 49),
		lengthMs: 2_851_000,
		state: 'ended',
		receivedAt: Date.UTC(2026, 10, 23, 10, 33, 50),
		firstId: 1,
		lastId: 412,
		messages: 412,
		sizeBytes: 412_000,
		exit: '0',
		summary: undefined,
		tags: [],
		noteCount: 0,
		audit: undefined,
		...fields,
	};
}
