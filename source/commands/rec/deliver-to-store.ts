import type {Delivery} from '../../../recorder/delivery/delivery.ts';
import type {RecordingHeader} from '../../format/recording/message.ts';
import type {Store} from '../../store/store.ts';

/** A recorder's way into a store. Closing it closes the store, then calls `onClosed`. */
export function deliverToStore(store: Store, {host, rec, user, term, session}: RecordingHeader, onClosed: () => void): Delivery {
	const key = {host: host === '' ? '-' : host, rec: rec ?? ''}; // Our own recordings always have an id.
	return {
		name: store.address,
		async write(messages) {
			await store.addMessages(messages.map(message => ({...message, ...key, user, term, auditSession: session})));
		},
		async close() {
			await store.close();
			onClosed();
		},
	};
}
