import type {Clock} from '../../clock.ts';
import {countLate} from '../../playback/late-messages.ts';
import type {Playback} from '../../playback/playback.ts';
import type {Store} from '../../store/store.ts';
import type {Loop} from '../loop.ts';
import {lookUp} from './look-up.ts';
import type {LookUpEffect} from './look-up.ts';
import type {PlayerEffect} from './player-effect.ts';
import {readFacts, readRecording} from './read-recording.ts';
import {readSelection, readWholeScreen} from './select/read-selection.ts';
import type {PlayingPane} from './playing-pane.ts';
import {createRetryTimes} from './retry-times.ts';
import {tellStoreError} from './tell-store-error.ts';
import {createWorkQueue} from './work-queue.ts';

const beatMs = 33;
/** After standing still for longer, a suspended process for one, playing does not catch up. */
const longestBeatMs = 2000;
/** The frame around the pane is drawn at most five times a second. */
const readoutMs = 200;
const mostBytes = 1_000_000;
const pollMs = 150;

/** Works one open recording: feeds it, seeks, steps, and looks for more of it while it is live. */
export type Engine = {
	readonly playback: Playback;
	/** The emulator is between two positions. */
	readonly isSeeking: () => boolean;
	readonly run: (effect: EngineEffect) => void;
	readonly close: () => Promise<void>;
};

export type EngineEffect = Extract<PlayerEffect, {type: 'advance' | 'seek' | 'step' | 'beat' | 'copyScreen' | 'readScreen' | 'copySelection' | 'readNotes' | 'readAudit' | 'readTyped' | 'readTypedLines' | 'searchHere'}>;

type Parts = {
	readonly playback: Playback;
	readonly store: Store;
	readonly pane: PlayingPane;
	readonly clock: Clock;
	readonly dispatch: Loop['dispatch'];
};

export function createEngine({playback, store, pane, clock, dispatch}: Parts): Engine {
	const queue = createWorkQueue(error => {
		wanted = undefined;
		const message = `The recording cannot be read on: ${tellStoreError(error, store)}`;
		if (playback.session.state !== 'live') {
			dispatch({type: 'playFailed', message});
			return;
		}

		retries.fail();
		if (lostAt !== undefined) {
			return;
		}

		lostAt = clock.now();
		dispatch({type: 'lost', at: lostAt, message});
	});
	let wanted: object | undefined;
	let beat: NodeJS.Timeout | undefined;
	let beatenAt = 0;
	let beatBefore = 0;
	let readoutAt = 0;
	let revision: number | undefined;
	let isClosed = false;
	let indexedId = playback.session.summary?.indexedId;
	let knownEvents = playback.session.audit?.events ?? 0;
	let lostAt: number | undefined;
	let shownLate = 0;
	const retries = createRetryTimes(clock);
	const poll = playback.session.state === 'live' ? setInterval(lookForMore, pollMs) : undefined;

	function setBeat(isOn: boolean): void {
		clearInterval(beat);
		beat = undefined;
		if (isOn) {
			beatenAt = clock.elapsedMs();
			beat = setInterval(passTime, beatMs);
		} else {
			pane.paintNow();
			dispatch({type: 'readoutDue'});
		}
	}

	function passTime(): void {
		if (queue.isBusy()) {
			return;
		}

		beatBefore = beatenAt;
		beatenAt = clock.elapsedMs();
		dispatch({type: 'played', elapsedMs: Math.min(longestBeatMs, beatenAt - beatBefore)});
	}

	async function advance(positionMs: number): Promise<void> {
		const {isCapped} = await playback.advance(positionMs, mostBytes);
		const now = clock.elapsedMs();
		const realMs = now - beatBefore;
		if (isCapped || now - beatenAt > beatMs) {
			// Too much output, or a slow store: the time that it took does not count.
			beatenAt = now;
		}

		dispatch({type: 'advanced', positionMs: isCapped ? playback.positionMs : positionMs, isCapped, realMs, screen: readFacts(playback)});
		pane.paintNext();
		if (beat === undefined || !(now - readoutAt >= readoutMs)) {
			return;
		}

		readoutAt = now;
		dispatch({type: 'readoutDue'});
	}

	/** A later seek makes this one pointless: only the last is told and painted. */
	function seek(positionMs: number): void {
		const own = {};
		wanted = own;
		queue.replace(async () => {
			await playback.seek(positionMs);
			if (wanted !== own) {
				return;
			}

			wanted = undefined;
			dispatch({type: 'sought', targetMs: positionMs, screen: readFacts(playback)});
			pane.paintNow();
		});
	}

	function step(direction: 'forward' | 'back'): void {
		queue.push(async () => {
			const result = await (direction === 'forward' ? playback.stepForward() : playback.stepBack());
			dispatch({type: 'stepped', result, positionMs: playback.positionMs, screen: readFacts(playback)});
			pane.paintNow();
		});
	}

	function lookForMore(): void {
		if (queue.isBusy() || !retries.isDue()) {
			return;
		}

		queue.push(async () => {
			const present = await store.getRevision();
			if (present === revision && lostAt === undefined) {
				return;
			}

			const hasMore = await playback.refresh();
			const late = countLate(playback.gaps);
			if (late > shownLate) {
				// What stands there was made without them.
				shownLate = late;
				pane.paintNow();
			}

			const session = await store.getSession(playback.session) ?? playback.session;
			revision = present;
			retries.succeed();
			if (lostAt !== undefined) {
				lostAt = undefined;
				dispatch({type: 'regained'});
			}

			const isIndexedFurther = session.summary?.indexedId !== indexedId;
			indexedId = session.summary?.indexedId;
			const {events} = session.audit ?? {events: 0};
			const hasNewEvents = events !== knownEvents;
			knownEvents = events;
			if (hasMore || isIndexedFurther || hasNewEvents || session.state !== playback.session.state) {
				dispatch({type: 'grown', session, recording: readRecording(playback)});
			}

			if (session.state !== 'live') {
				clearInterval(poll);
			}
		});
	}

	/** Beside playing: it reads the store only. */
	async function readBeside(effect: LookUpEffect): Promise<void> {
		await lookUp(effect, {store, key: playback.session, playback}, action => {
			if (!isClosed) {
				dispatch(action);
			}
		});
	}

	return {
		playback,
		isSeeking: () => wanted !== undefined,
		run(effect) {
			switch (effect.type) {
				case 'advance': {
					queue.push(async () => advance(effect.positionMs));
					return;
				}

				case 'seek': {
					seek(effect.positionMs);
					return;
				}

				case 'step': {
					step(effect.direction);
					return;
				}

				case 'beat': {
					setBeat(effect.isOn);
					return;
				}

				case 'readNotes':
				case 'readAudit':
				case 'readTyped':
				case 'readTypedLines':
				case 'searchHere': {
					void readBeside(effect);
					return;
				}

				case 'copyScreen': {
					dispatch({type: 'textRead', text: readWholeScreen(playback.emulator)});
					return;
				}

				case 'readScreen': {
					const text = readWholeScreen(playback.emulator);
					dispatch(effect.file === undefined ? {type: 'pageRead', title: '', lines: text.split('\n')} : {type: 'textToSave', file: effect.file, text});
					return;
				}

				case 'copySelection': {
					dispatch({type: 'textRead', text: readSelection(playback.emulator, effect.selection)});
				}
			}
		},
		async close() {
			isClosed = true;
			clearInterval(beat);
			clearInterval(poll);
			await queue.close();
			await playback.close();
		},
	};
}
