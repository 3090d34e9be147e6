import {printQuery} from '../../store/query/print-query.ts';
import {printAddress} from '../../store/address.ts';
import type {Loop} from '../loop.ts';
import {detectColorLevel} from '../pane/color-level.ts';
import type {Ports} from '../ports.ts';
import type {State} from '../state.ts';
import {createEngine} from './engine.ts';
import {readFacts, readRecording} from './read-recording.ts';
import type {Engine} from './engine.ts';
import {timelineOf} from './new-player.ts';
import {viewPane} from './pane-view.ts';
import type {PlayerEffect} from './player-effect.ts';
import {tellStoreError} from './tell-store-error.ts';
import {createPlayingPane} from './playing-pane.ts';

const defaultFps = 30;
const speakMs = 500; // Nobody can listen to more than two screens a second.

type FindEffect = Extract<PlayerEffect, {type: 'searchHere'}>;
type OpenEffect = Extract<PlayerEffect, {type: 'open'}>;

export type PlayerEffects = {
	readonly run: (effect: PlayerEffect) => void;
	/** After each frame of Ink, with the state it was drawn from: what Ink has drawn over must be painted again. */
	readonly paintAgain: (drawn: State) => void;
	/** Before all is drawn anew: what stands on the terminal is unknown. */
	readonly expectRedraw: () => void;
	readonly close: () => Promise<void>;
};

export function createPlayerEffects(ports: Ports, dispatch: Loop['dispatch']): PlayerEffects {
	let engine: Engine | undefined;
	/** Counts openings: what an earlier one brings is no longer wanted. */
	let opening = 0;
	const pane = createPlayingPane({
		output: ports.stdout,
		colors: detectColorLevel(ports.environment),
		clock: ports.clock,
		fps: ports.fps ?? defaultFps,
		onUnshown(count) {
			dispatch({type: 'unshownCounted', count});
		},
		onCostly(message) {
			dispatch({type: 'noticed', text: message, isError: false});
		},
		readSource: () => engine && {emulator: engine.playback.emulator, isSeeking: engine.isSeeking()},
	});

	let spoken = '';
	const reading = ports.isReader ? setInterval(speakScreen, speakMs) : undefined;

	/** For a screen reader: the rows, when they have changed. */
	function speakScreen(): void {
		const lines = engine?.playback.emulator.readScreen().lines ?? [];
		const text = lines.join('\n');
		if (text === spoken) {
			return;
		}

		spoken = text;
		dispatch({type: 'paneRead', lines});
	}

	async function open(effect: OpenEffect): Promise<void> {
		const {session} = effect;
		opening++;
		const own = opening;
		await closeEngine();
		try {
			await ports.recordAccess('play', printAddress(session), '');
			const opened = await openAt(effect);
			if (own === opening) {
				engine = opened;
				const {playback} = opened;
				dispatch({type: 'opened', session: playback.session, recording: readRecording(playback), positionMs: playback.positionMs, screen: readFacts(playback)});
			} else {
				await opened.close();
			}
		} catch (error) {
			if (own === opening) {
				dispatch({type: 'openFailed', message: error instanceof Error ? error.message : String(error)});
			}
		}
	}

	async function openAt({session, positionMs, leadMs, idleLimitMs}: OpenEffect): Promise<Engine> {
		// Late: the emulator takes long to load, and a list needs none.
		const [store, {openPlayback}] = await Promise.all([ports.getStore(), import('../../playback/open-playback.ts')]);
		const playback = await openPlayback(store, session);
		try {
			const {toCompressed, toRecorded} = timelineOf(readRecording(playback), idleLimitMs);
			await playback.seek(leadMs === 0 ? positionMs : toRecorded(toCompressed(positionMs) - leadMs));
		} catch (error) {
			await playback.close();
			throw error;
		}

		return createEngine({playback, store, pane, clock: ports.clock, dispatch});
	}

	/** Who searches for what is written down before anything is found. */
	async function findHits(effect: FindEffect): Promise<void> {
		let address = '';
		try {
			({address} = await ports.getStore());
			if (effect.isNew) {
				await ports.recordAccess('search', printQuery(effect.query), '');
			}

			engine?.run(effect);
		} catch (error) {
			dispatch({type: 'searchFailed', query: effect.query, message: `Not searched, for it cannot be logged: ${tellStoreError(error, {address})}`});
		}
	}

	async function closeEngine(): Promise<void> {
		const closing = engine;
		engine = undefined;
		await closing?.close();
	}

	return {
		run(effect) {
			switch (effect.type) {
				case 'open': {
					void open(effect);
					return;
				}

				case 'closePlayer': {
					opening++;
					void closeEngine();
					return;
				}

				case 'setFps': {
					pane.setFps(effect.fps);
					return;
				}

				case 'show': {
					pane.show(effect.view);
					return;
				}

				case 'searchHere': {
					void findHits(effect);
					return;
				}

				default: {
					engine?.run(effect);
				}
			}
		},
		paintAgain(drawn) {
			pane.paintAgain(viewPane(drawn));
		},
		expectRedraw: pane.expectRedraw,
		async close() {
			clearInterval(reading);
			opening++;
			await closeEngine();
		},
	};
}
