import {createSurvey} from '../index/survey.ts';
import type {Survey} from '../index/survey.ts';
import {StoreError} from '../store/store-error.ts';
import type {Keyframe, Session, SessionKey, Store} from '../store/store.ts';
import {countSeen, createLateMessages, isMissing} from './late-messages.ts';
import type {Playback, StepResult} from './playback.ts';
import {Playhead} from './playhead.ts';
import {stepBack, stepForward} from './step.ts';

/**
Open a recording for replay, at its start.

A recording that is not indexed plays too: its messages are read once for gaps, sizes and activity, as the index would, and seeks replay from its start.

@param store - where it is kept; must stay open.
@param key - the recording.
@throws {StoreError} when there is no such recording, and from its methods when the store fails.
*/
export async function openPlayback(store: Store, key: SessionKey): Promise<Playback> {
	const playback = new RecordingPlayback(store, await readSession(store, key), await startSurvey(store, key));
	await playback.refresh();
	playback.readSurvey();
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
	#survey: Survey;
	readonly #playhead: Playhead;
	readonly #late = createLateMessages();
	/** How many stored messages no survey accounts for, such as a message 0. */
	#unaccounted = 0;
	#isStarted = false;
	/** Where the playhead stands between packets. */
	#wantedMs = 0;

	constructor(store: Store, session: Session, survey: Survey) {
		this.#store = store;
		this.#survey = survey;
		this.session = session;
		this.#playhead = new Playhead(store, session);
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
		const {state} = this.session;
		const {lastId} = this.#survey;
		this.session = await readSession(this.#store, this.session);
		for await (const message of this.#store.readMessages(this.session, lastId + 1)) {
			this.#survey.add(message);
		}

		const hasMore = this.#survey.lastId > lastId;
		const isLate = this.#countUnaccounted() > this.#unaccounted;
		if (isLate) {
			await this.#readAnew();
		}

		if (hasMore || isLate) {
			this.readSurvey();
		}

		return hasMore || isLate || this.session.state !== state;
	}

	readSurvey(): void {
		this.gaps = [...this.#survey.readGaps(), ...this.#late.read()].toSorted((a, b) => a.fromMs - b.fromMs);
		this.activity = this.#survey.readActivity();
		this.resizes = this.#survey.readResizes();
		this.lengthMs = Math.max(this.#survey.lastMs, this.session.lengthMs);
	}

	async close(): Promise<void> {
		await this.#playhead.close();
	}

	/** Some messages belong between those that were read: what is told, and what the screen shows, is made of all of them. */
	async #readAnew(): Promise<void> {
		const gaps = this.#survey.readGaps();
		const survey = createSurvey();
		for await (const message of this.#store.readMessages(this.session)) {
			survey.add(message);
			if (isMissing(message.id, gaps)) {
				this.#late.add(message);
			}
		}

		this.#survey = survey;
		this.#unaccounted = this.#countUnaccounted();
		const {positionMs} = this;
		await this.#playhead.forget();
		this.#isStarted = false;
		this.#wantedMs = 0;
		this.readSurvey();
		await this.seek(positionMs);
	}

	/** The number stored was read before the messages: those that came meanwhile make it too small, never too large. */
	#countUnaccounted(): number {
		return Math.max(0, this.session.messages - countSeen(this.#survey.lastId, this.#survey.readGaps()));
	}

	async #findKeyframe(positionMs: number): Promise<Keyframe | undefined> {
		return this.#store.getKeyframe(this.session, positionMs);
	}
}

async function readSession(store: Store, key: SessionKey): Promise<Session> {
	const session = await store.getSession(key);
	if (session === undefined) {
		throw new StoreError(`${key.host}/${key.rec} is not in ${store.address}`);
	}

	return session;
}

/** From where the index ends; from the start when there is none. */
async function startSurvey(store: Store, key: SessionKey): Promise<Survey> {
	const marks = await store.getIndexMarks(key);
	if (marks === undefined) {
		return createSurvey();
	}

	const messages = store.readMessages(key, marks.summary.indexedId)[Symbol.asyncIterator]();
	const last = await messages.next();
	await messages.return?.();
	return last.done ? createSurvey() : createSurvey({marks, lastMessage: last.value});
}
