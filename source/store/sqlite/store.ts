import {StoreError} from '../store-error.ts';
import type {OpenOptions, Store} from '../store.ts';
import {addAccess, listAccess} from './access.ts';
import {addMessages} from './add-messages.ts';
import type {Connection} from './connection.ts';
import {addEvents} from './events/add-events.ts';
import {describeEvents} from './events/describe-events.ts';
import {listUnrecorded} from './events/list-unrecorded.ts';
import {readEvents} from './events/read-events.ts';
import {indexPatienceMs, startIndex} from './index-writer.ts';
import {getKeyframe} from './keyframes.ts';
import {getMessageIdAt} from './message-at.ts';
import {addNote, listNotes} from './notes.ts';
import {capabilities} from './query.ts';
import {readMessages} from './read-messages.ts';
import {readNumber} from './row.ts';
import {checkSearches} from './search/check-searches.ts';
import {divideSearches} from './search/divide-searches.ts';
import {createLocalSearches} from './search/local-searches.ts';
import {createWorkerSearches} from './search/worker-searches.ts';
import {compactEnded, dropIndex, getIndexMarks, listUnindexed} from './session-index.ts';
import {findSessions, getSession} from './sessions.ts';
import {createWriteGroup} from './write-group.ts';

/** The store's methods over one connection, which it closes. */
export function makeStore(connection: Connection, {clock, isReadOnly, mode, queryWorker}: OpenOptions & {readonly isReadOnly: boolean}): Store {
	const {file} = connection;
	const worker = queryWorker === undefined ? undefined : createWorkerSearches(queryWorker, file, clock);
	const local = createLocalSearches(connection, clock);
	const group = createWriteGroup(connection, indexPatienceMs);
	const searches = worker === undefined ? local : divideSearches(local, worker);

	function checkMode(): void {
		if (mode === 'read') {
			throw new StoreError(`${file}: opened for reading only`);
		}
	}

	function checkWritable(what: string): void {
		if (isReadOnly) {
			throw new StoreError(`${file}: ${what} cannot be written: the store is read-only for you`);
		}
	}

	return {
		address: file,
		isReadOnly,
		capabilities,
		async addMessages(messages) {
			checkMode();
			return addMessages(connection, clock, messages);
		},
		...checkSearches(searches),
		getSession: async key => getSession(connection, key, clock.now()),
		findSessions: async (host, rec) => findSessions(connection, {host, rec, nowAt: clock.now()}),
		readMessages: (key, fromId = 0) => readMessages(connection, key, fromId),
		async addEvents(events) {
			checkMode();
			return addEvents(connection, events);
		},
		readEvents: key => readEvents(connection, key),
		listUnrecorded: async limit => connection.read(() => listUnrecorded(connection, limit)),
		async describeEvents({isAll}) {
			checkMode();
			return describeEvents(connection, isAll);
		},
		listUnindexed: async indexVersion => listUnindexed(connection, indexVersion),
		async startIndex(key, {isContinued}) {
			checkMode();
			return startIndex(connection, {key, isContinued, now: () => clock.now(), group});
		},
		getIndexMarks: async key => getIndexMarks(connection, key),
		getKeyframe: async (key, positionMs) => getKeyframe(connection, key, positionMs),
		getMessageIdAt: async (key, positionMs) => getMessageIdAt(connection, key, positionMs),
		async dropIndex() {
			checkMode();
			await dropIndex(connection);
		},
		async addAccess(entry) {
			checkWritable('the access log');
			await addAccess(connection, entry);
		},
		async addNote(note) {
			checkWritable('a note');
			await addNote(connection, note);
		},
		listNotes: async key => listNotes(connection, key),
		listAccess: async limit => listAccess(connection, limit),
		getRevision: async () => connection.read(() => readNumber(connection.prepare('select revision from state').get() ?? {}, 'revision')),
		async close() {
			await worker?.close();
			try {
				if (mode !== 'read') {
					await compactEnded(connection, clock.now(), {group: createWriteGroup(connection)});
				}
			} finally {
				connection.close();
			}
		},
	};
}
