import {readForReplay} from '../format/recording/read-for-replay.ts';
import type {Packet} from '../format/recording/packet.ts';
import type {Resize, SessionIndex, SessionKey, SessionSummary, Store} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import type {Emulator} from '../terminal/emulator.ts';
import {createActivityMeter} from './activity-meter.ts';
import {createGapFinder} from './gap-finder.ts';
import {indexVersion} from './index-version.ts';
import {createKeyframeMaker, feed} from './keyframe-maker.ts';

const defaultSize = {columns: 80, rows: 24}; // Playback assumes the same where a recording tells none.
const mostResizes = 10_000; // A recording of nothing but new sizes must not fill the memory; all are counted.
const mostScreenLines = 40;

export type IndexSessionOptions = {
	/** Called after each message. */
	readonly onMessage?: () => void;
};

/**
Derive all that the index holds of one recording, in one pass over its messages.

Memory depends on the recording's length in time and output only through its activity spans (one a second at most) and keyframes (bounded).

@param store - read only; the caller puts the index.
@param key - the recording.
@param options - whom to tell of progress.
@returns The index of what was there when the pass ended; `summary.indexedId` tells how far that is.
@throws {StoreError} when the store cannot be read.
*/
export async function indexSession(store: Store, key: SessionKey, options: IndexSessionOptions = {}): Promise<SessionIndex> {
	const emulator = createEmulator(defaultSize);
	const gaps = createGapFinder();
	const activity = createActivityMeter();
	const keyframes = createKeyframeMaker(emulator);
	const tally = new Tally();
	for await (const {id, positionMs, text} of store.readMessages(key)) {
		const read = readForReplay(text, tally.lastMs);
		gaps.start(id, positionMs, read);
		for (const [index, packet] of read.packets.entries()) {
			feed(emulator, packet);
			tally.add(packet);
			gaps.add(packet);
			activity.add(packet);
			keyframes.add(packet, {id, packet: index + 1});
		}

		gaps.end(id, read);
		tally.indexedId = id;
		options.onMessage?.();
	}

	const found = gaps.finish();
	const summary = {...tally.summarize(emulator), gaps: found.length, gapMs: found.reduce((sum, gap) => sum + gap.untilMs - gap.fromMs, 0)};
	emulator.close();
	return {version: indexVersion, summary, keyframes: keyframes.finish(), gaps: found, activity: activity.read(), resizes: tally.resizes};
}

class Tally {
	lastMs = 0;
	indexedId = 0;
	readonly resizes: Resize[] = [];
	#inputBytes = 0;
	#outputBytes = 0;
	#resizeCount = 0;
	#size: {readonly columns: number; readonly rows: number} | undefined;

	add(packet: Packet): void {
		this.lastMs = packet.positionMs;
		switch (packet.type) {
			case 'output': {
				this.#outputBytes += packet.data.length;

				break;
			}

			case 'input': {
				this.#inputBytes += packet.data.length;

				break;
			}

			case 'window': {
				this.#resize(packet);

				break;
			}
		// No default
		}
	}

	summarize(emulator: Emulator): Omit<SessionSummary, 'gaps' | 'gapMs'> {
		return {
			inputBytes: this.#inputBytes,
			outputBytes: this.#outputBytes,
			columns: emulator.columns,
			rows: emulator.rows,
			resizes: this.#resizeCount,
			hasInput: this.#inputBytes > 0,
			isPipe: this.#size === undefined,
			lastScreen: readLastLines(emulator),
			indexedId: this.indexedId,
		};
	}

	/** The first size is none: nothing was there to resize. */
	#resize({positionMs, columns, rows}: Resize): void {
		const before = this.#size;
		this.#size = {columns, rows};
		if (before === undefined || (before.columns === columns && before.rows === rows)) {
			return;
		}

		this.#resizeCount++;
		if (this.resizes.length < mostResizes) {
			this.resizes.push({positionMs, columns, rows});
		}
	}
}

/** The last screen, blank rows at its end left out. */
function readLastLines(emulator: Emulator): readonly string[] {
	const {lines} = emulator.readScreen();
	return lines.slice(0, lines.findLastIndex(line => line !== '') + 1).slice(-mostScreenLines);
}
