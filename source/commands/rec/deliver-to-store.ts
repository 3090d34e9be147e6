import type {Delivery} from '../../../recorder/delivery/delivery.ts';
import type {RecordingHeader} from '../../format/recording/message.ts';
import type {SessionKey, Store} from '../../store/store.ts';
import type {Indexing} from './index-meanwhile.ts';

/** A recorder's way into a store. The session is indexed from the first message on; closing it closes the store before the indexing is told. */
export function deliverToStore(store: Store, {host, rec, user, term, session}: RecordingHeader, startIndexing: (key: SessionKey) => Indexing): Delivery {
	const key = {host: host === '' ? '-' : host, rec: rec ?? ''}; // Our own recordings always have an id.
	const indexing = startIndexing(key);
	return {
		name: store.address,
		async write(messages) {
			await store.addMessages(messages.map(message => ({...message, ...key, user, term, auditSession: session})));
			indexing.begin();
		},
		async close() {
			await store.close();
			indexing.end();
		},
	};
}
