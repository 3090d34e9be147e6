import type {Session, Store, StoredMessage} from '../store/store.ts';

const pollMs = 250; // Half the time after which a watcher notices a wait.

/**
A recording's messages, and while it lives those that come.

@param store - where it is kept.
@param session - the recording; followed until the store knows its end.
@returns Messages in the order of ids. Late ones, with an id below one already given, are left out.
*/
export async function * followMessages(store: Store, session: Session): AsyncGenerator<StoredMessage> {
	for await (const message of followWithPauses(store, session)) {
		if (message !== pause) {
			yield message;
		}
	}
}

/** Stands between messages each time the store had no new one. */
export const pause = 'pause';

/** As `followMessages`, with the pauses. */
export async function * followWithPauses(store: Store, session: Session): AsyncGenerator<StoredMessage | typeof pause> {
	let nextId: number | undefined;
	let seenRevision = -1;
	for (;;) {
		const revision = await store.getRevision();
		if (revision === seenRevision) {
			yield pause;
			await new Promise(resolve => {
				setTimeout(resolve, pollMs);
			});
			continue;
		}

		seenRevision = revision;
		const now = await store.getSession(session);
		for await (const message of store.readMessages(session, nextId)) {
			nextId = message.id + 1;
			yield message;
		}

		if (now?.state !== 'live') {
			return;
		}
	}
}
