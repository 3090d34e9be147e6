import type {NewMessage, Store} from '../store/store.ts';
import type {ReportWriter} from './report.ts';

const batchMessages = 2000;
const batchCharacters = 4_194_304; // Bounds memory when lines are long; one commit (a disk flush) covers a batch.

/** Hands messages to the store in batches: each batch is one durable write. */
export type Batch = {
	readonly add: (message: NewMessage) => Promise<void>;
	readonly flush: () => Promise<void>;
};

export function createBatch(store: Store, report: ReportWriter): Batch {
	let messages: NewMessage[] = [];
	let characters = 0;

	async function flush(): Promise<void> {
		if (messages.length === 0) {
			return;
		}

		const full = messages;
		messages = [];
		characters = 0;
		report.addStored(await store.addMessages(full));
	}

	return {
		async add(message) {
			messages.push(message);
			characters += message.text.length;
			report.addMessage(message.host, message.rec);
			if (messages.length >= batchMessages || characters >= batchCharacters) {
				await flush();
			}
		},
		flush,
	};
}
