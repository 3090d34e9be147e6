import type {Packet} from '../format/recording/packet.ts';
import type {Keyframe, SessionKey, Store} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import type {Emulator} from '../terminal/emulator.ts';
import {feedPacket, prepareEmulator} from '../terminal/feed-packet.ts';
import {MessageWindow} from './message-window.ts';

/** A place between two packets: the next one is packet `packet` of message `id`. */
export type Place = {
	readonly id: number;
	readonly packet: number;
};

const defaultSize = {columns: 80, rows: 24}; // For recordings that tell none.
const turnMs = 10; // Output made to be slow must not keep keys waiting.

/** The emulator, and the place in the recording whose screen it shows. */
export class Playhead {
	readonly emulator: Emulator = createEmulator(defaultSize);
	/** Position of the last packet fed, or of the seek that ended behind it. */
	positionMs = 0;
	readonly #window: MessageWindow;
	#index = 0;
	#packet = 0;

	constructor(store: Store, key: SessionKey) {
		this.#window = new MessageWindow(store, key);
	}

	/** Show the state of a keyframe; of the blank start when there is none. */
	async restore(keyframe: Keyframe | undefined): Promise<void> {
		this.#index = await this.#window.open(keyframe?.id, keyframe?.positionMs ?? 0);
		this.#packet = keyframe?.packet ?? 0;
		this.positionMs = keyframe?.positionMs ?? 0;
		this.emulator.reset(keyframe ?? defaultSize);
		if (keyframe === undefined) {
			const first = await this.#window.read(this.#index);
			if (first !== undefined) {
				prepareEmulator(this.emulator, first);
			}

			// What happened at position 0 belongs to the start, the window's size above all.
			await this.feedUntil(0);
		} else {
			this.emulator.write(keyframe.ansi);
		}
	}

	/**
	Feed all packets up to and including a position.

	@returns Whether `maxBytes` of output stopped it before.
	*/
	async feedUntil(positionMs: number, maxBytes = Infinity): Promise<boolean> {
		let bytes = 0;
		let turnEndsMs = performance.now() + turnMs;
		for (let next = await this.#peek(); next !== undefined && next.positionMs <= positionMs; next = await this.#peek()) {
			if (bytes > 0 && bytes + sizeOf(next) > maxBytes) {
				return true;
			}

			bytes += sizeOf(next);
			this.#feed(next);
			if (!(performance.now() >= turnEndsMs)) {
				continue;
			}

			await takeTurn();
			turnEndsMs = performance.now() + turnMs;
		}

		return false;
	}

	/** Feed one packet; undefined at the recording's end. */
	async feedNext(): Promise<Packet | undefined> {
		const packet = await this.#peek();
		if (packet !== undefined) {
			this.#feed(packet);
		}

		return packet;
	}

	/** Feed up to a place: to its very packet, or behind the last one. */
	async feedTo(place: Place): Promise<void> {
		while (!await this.isAt(place) && await this.feedNext() !== undefined) {
			// Each turn feeds one packet.
		}
	}

	/** How many packets lie before a place. */
	async countTo({id, packet}: Place): Promise<number> {
		let count = -this.#packet;
		for (let index = this.#index; ; index++) {
			const message = await this.#window.read(index);
			if (message === undefined || message.id >= id) {
				return Math.max(0, count + (message?.id === id ? packet : 0));
			}

			count += message.packets.length;
		}
	}

	async readPlace(): Promise<Place> {
		await this.#peek();
		const message = await this.#window.read(this.#index);
		return {id: message?.id ?? Infinity, packet: this.#packet};
	}

	/** True at a place and behind it. */
	async isAt(place: Place): Promise<boolean> {
		const {id, packet} = await this.readPlace();
		return id === place.id ? packet >= place.packet : id > place.id;
	}

	/** Messages came between those that were read; `restore` has to follow. */
	async forget(): Promise<void> {
		await this.#window.forget();
	}

	async close(): Promise<void> {
		await this.#window.forget();
		this.emulator.close();
	}

	/** The next packet; moves over messages that have no more. */
	async #peek(): Promise<Packet | undefined> {
		for (;;) {
			const message = await this.#window.read(this.#index);
			const packet = message?.packets[this.#packet];
			if (message === undefined || packet !== undefined || await this.#window.read(this.#index + 1) === undefined) {
				return packet;
			}

			this.#index++;
			this.#packet = 0;
		}
	}

	#feed(packet: Packet): void {
		this.#packet++;
		this.positionMs = Math.max(this.positionMs, packet.positionMs);
		feedPacket(this.emulator, packet);
	}
}

/** Let the rest of the program have a turn. */
async function takeTurn(): Promise<void> {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
}

/** What a packet costs to feed, for limits. */
export function sizeOf(packet: Packet): number {
	return packet.type === 'output' ? packet.data.length : 1;
}
