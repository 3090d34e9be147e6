import {testAccess} from './helpers/test-access.ts';
import {testEvents} from './helpers/test-events.ts';
import {testIndexes} from './helpers/test-indexes.ts';
import {testMessages} from './helpers/test-messages.ts';
import {testCounts} from './helpers/test-counts.ts';
import {testMoments} from './helpers/test-moments.ts';
import {testNotes} from './helpers/test-notes.ts';
import {testSearches} from './helpers/test-searches.ts';
import {testSeenLines} from './helpers/test-seen-lines.ts';
import {testSessions} from './helpers/test-sessions.ts';
import type {MakeStore} from './helpers/read-store.ts';

/** What every engine must do. Each engine's own test calls this once. */
export function testStore(engine: string, makeStore: MakeStore): void {
	testMessages(engine, makeStore);
	testSessions(engine, makeStore);
	testSearches(engine, makeStore);
	testIndexes(engine, makeStore);
	testSeenLines(engine, makeStore);
	testMoments(engine, makeStore);
	testCounts(engine, makeStore);
	testNotes(engine, makeStore);
	testEvents(engine, makeStore);
	testAccess(engine, makeStore);
}
