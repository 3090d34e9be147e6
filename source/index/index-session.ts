import {Buffer} from 'node:buffer';
import type {SessionIndex, SessionKey, SessionSummary, Store} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import type {Emulator} from '../terminal/emulator.ts';
import {feedPacket, prepareEmulator} from '../terminal/feed-packet.ts';
import {indexVersion} from '../store/index-version.ts';
import {createKeyframeMaker} from './keyframe-maker.ts';
import {createSurvey} from './survey.ts';
import type {Survey} from './survey.ts';

const defaultSize = {columns: 80, rows: 24}; // Playback assumes the same where a recording tells none.
const mostScreenLines = 40;

export type IndexSessionOptions = {
	/** Called after each message, with the bytes of its line. */
	readonly onMessage?: (sizeBytes: number) => void;
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
	const survey = createSurvey();
	const keyframes = createKeyframeMaker(emulator);
	let isStarted = false;
	for await (const message of store.readMessages(key)) {
		const {packets} = survey.add(message);
		if (!isStarted) {
			prepareEmulator(emulator, {id: message.id, packets});
			isStarted = true;
		}

		for (const [index, packet] of packets.entries()) {
			feedPacket(emulator, packet);
			keyframes.add(packet, {id: message.id, packet: index + 1});
		}

		options.onMessage?.(Buffer.byteLength(message.text));
	}

	const summary = summarize(survey, emulator);
	emulator.close();
	return {version: indexVersion, summary, keyframes: keyframes.finish(), gaps: survey.readGaps(), activity: survey.readActivity(), resizes: survey.readResizes()};
}

function summarize(survey: Survey, emulator: Emulator): SessionSummary {
	const gaps = survey.readGaps();
	const activity = survey.readActivity();
	const inputBytes = activity.reduce((sum, span) => sum + span.inputBytes, 0);
	return {
		inputBytes,
		outputBytes: activity.reduce((sum, span) => sum + span.outputBytes, 0),
		columns: emulator.columns,
		rows: emulator.rows,
		resizes: survey.countResizes(),
		gaps: gaps.length,
		gapMs: gaps.reduce((sum, gap) => sum + gap.untilMs - gap.fromMs, 0),
		hasInput: inputBytes > 0,
		isPipe: survey.readSize() === undefined,
		lastScreen: readLastLines(emulator),
		indexedId: survey.lastId,
	};
}

/** The last screen, blank rows at its end left out. */
function readLastLines(emulator: Emulator): readonly string[] {
	const {lines} = emulator.readScreen();
	return lines.slice(0, lines.findLastIndex(line => line !== '') + 1).slice(-mostScreenLines);
}
