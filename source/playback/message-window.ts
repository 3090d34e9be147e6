import type {SessionKey, Store, StoredMessage} from '../store/store.ts';
import {decodeMessage} from './decoded-message.ts';
import type {DecodedMessage} from './decoded-message.ts';

const keptBytes = 16_777_216; // Stored text behind and at the playhead: enough to step back at once, far from what hurts.

/** A place between packets: the next one is packet `packet` of the message at `index`. */
export type Cursor = {
	readonly index: number;
	readonly packet: number;
};

/**
The decoded messages around the playhead: read from the store as they are needed, forgotten behind it.

Indexes count messages read since the last `open`; they stay valid until the next one.
*/
export class MessageWindow {
	readonly #store: Store;
	readonly #key: SessionKey;
	#messages: DecodedMessage[] = [];
	/** Index of the first message kept. */
	#firstIndex = 0;
	#sizeBytes = 0;
	#latestMs = 0;
	#nextId: number | undefined;
	#reader: AsyncIterator<StoredMessage> | undefined;

	constructor(store: Store, key: SessionKey) {
		this.#store = store;
		this.#key = key;
	}

	/**
	Start reading at a message. Costs nothing when it is kept already.

	@param id - the message, or the first after it; the recording's first when undefined.
	@param earliestMs - position that no packet may be before.
	@returns Its index.
	*/
	async open(id: number | undefined, earliestMs: number): Promise<number> {
		const kept = id === undefined ? -1 : this.#messages.findIndex(message => message.id >= id);
		const first = this.#messages[0];
		if (kept !== -1 && first !== undefined && id !== undefined && first.id <= id) {
			return this.#firstIndex + kept;
		}

		await this.#stopReading();
		this.#messages = [];
		this.#firstIndex = 0;
		this.#sizeBytes = 0;
		this.#latestMs = earliestMs;
		this.#nextId = id;
		return 0;
	}

	/** The message at an index, read when it has to be; undefined behind the last one (more may come) or when it was forgotten. */
	async read(index: number): Promise<DecodedMessage | undefined> {
		while (index >= this.#firstIndex + this.#messages.length) {
			if (!await this.#readNext()) {
				return undefined;
			}
		}

		return this.#messages[index - this.#firstIndex];
	}

	/** What was read is not what the store has now: the next `open` reads anew. */
	async forget(): Promise<void> {
		await this.#stopReading();
		this.#messages = [];
	}

	async #readNext(): Promise<boolean> {
		this.#reader ??= this.#store.readMessages(this.#key, this.#nextId)[Symbol.asyncIterator]();
		const next = await this.#reader.next();
		if (next.done) {
			// A later call asks the store again: a live recording grows.
			this.#reader = undefined;
			return false;
		}

		const message = decodeMessage(next.value, this.#latestMs);
		this.#nextId = message.id + 1;
		this.#latestMs = message.packets.at(-1)?.positionMs ?? this.#latestMs;
		this.#messages.push(message);
		this.#sizeBytes += message.sizeBytes;
		while (this.#sizeBytes > keptBytes && this.#messages.length > 1) {
			this.#sizeBytes -= this.#messages.shift()?.sizeBytes ?? 0;
			this.#firstIndex++;
		}

		return true;
	}

	async #stopReading(): Promise<void> {
		await this.#reader?.return?.();
		this.#reader = undefined;
	}
}
