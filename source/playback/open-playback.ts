import {StoreError} from '../store/store-error.ts';
import type {Keyframe, Session, SessionKey, Store} from '../store/store.ts';
import {decodeMessage} from './decoded-message.ts';
import type {Playback, StepResult} from './playback.ts';
import {Playhead} from './playhead.ts';
import {stepBack, stepForward} from './step.ts';

/**
Open a recording for replay, at its start.

A recording that is not indexed plays too; seeks then replay from its start.

@param store - where it is kept; must stay open.
@param key - the recording.
@throws {StoreError} when there is no such recording, and from its methods when the store fails.
*/
export async function openPlayback(store: Store, key: SessionKey): Promise<Playback> {
	const playback = new RecordingPlayback(store, key, await readSession(store, key));
	await playback.readMarks();
	await playback.seek(0);
	return playback;
}

class RecordingPlayback implements Playback {
	session: Session;
	lengthMs = 0;
	gaps: Playback['gaps'] = [];
	activity: Playback['activity'] = [];
	resizes: Playback['resizes'] = [];
	readonly #store: Store;
	readonly #key: SessionKey;
	readonly #playhead: Playhead;
	#isStarted = false;
	/** Where the playhead stands between packets. */
	#wantedMs = 0;

	constructor(store: Store, key: SessionKey, session: Session) {
		this.#store = store;
		this.#key = key;
		this.session = session;
		this.#playhead = new Playhead(store, key);
	}

	get emulator(): Playback['emulator'] {
		return this.#playhead.emulator;
	}

	get positionMs(): number {
		return Math.max(this.#wantedMs, this.#playhead.positionMs);
	}

	async seek(positionMs: number): Promise<void> {
		const target = Math.max(0, positionMs);
		const keyframe = await this.#findKeyframe(target);
		const isOnTheWay = this.#isStarted && target >= this.positionMs && (keyframe === undefined || keyframe.positionMs <= this.positionMs);
		if (!isOnTheWay) {
			this.#isStarted = true;
			this.#wantedMs = 0;
			await this.#playhead.restore(keyframe);
		}

		await this.advance(target);
	}

	async advance(positionMs: number, maxBytes?: number): Promise<{readonly isCapped: boolean}> {
		const isCapped = await this.#playhead.feedUntil(positionMs, maxBytes);
		this.#wantedMs = isCapped ? this.#playhead.positionMs : Math.min(positionMs, this.lengthMs);
		return {isCapped};
	}

	async stepForward(): Promise<StepResult> {
		return stepForward(this.#playhead);
	}

	async stepBack(): Promise<StepResult> {
		this.#wantedMs = 0;
		return stepBack(this.#playhead, async positionMs => this.#findKeyframe(positionMs));
	}

	async refresh(): Promise<boolean> {
		const {lastId, state, summary} = this.session;
		this.session = await readSession(this.#store, this.#key);
		if (this.session.lastId === lastId && this.session.state === state && this.session.summary?.indexedId === summary?.indexedId) {
			return false;
		}

		await this.readMarks();
		return true;
	}

	async readMarks(): Promise<void> {
		const marks = await this.#store.getIndexMarks(this.#key);
		this.gaps = marks?.gaps ?? [];
		this.activity = marks?.activity ?? [];
		this.resizes = marks?.resizes ?? [];
		this.lengthMs = Math.max(this.lengthMs, this.session.lengthMs, await this.#readLastPosition());
	}

	async close(): Promise<void> {
		await this.#playhead.close();
	}

	/** The store knows only where the last message begins until the index has read it. */
	async #readLastPosition(): Promise<number> {
		const {lastId, summary} = this.session;
		if (summary?.indexedId === lastId) {
			return 0;
		}

		const messages = await Array.fromAsync(this.#store.readMessages(this.#key, lastId), message => decodeMessage(message, 0));
		return messages.at(-1)?.packets.at(-1)?.positionMs ?? 0;
	}

	async #findKeyframe(positionMs: number): Promise<Keyframe | undefined> {
		return this.#store.getKeyframe(this.#key, positionMs);
	}
}

async function readSession(store: Store, key: SessionKey): Promise<Session> {
	const session = await store.getSession(key);
	if (session === undefined) {
		throw new StoreError(`${key.host}/${key.rec} is not in ${store.address}`);
	}

	return session;
}
