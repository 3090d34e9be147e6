import type {Packet} from '../format/recording/packet.ts';
import type {RecorderFacts} from '../format/recording/recorder-facts.ts';
import {indexVersion} from '../store/index-version.ts';
import {isGap} from '../store/is-gap.ts';
import type {SeenLine} from '../store/moments.ts';
import type {SessionIndex, SessionSummary, StoredMessage} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import type {Emulator} from '../terminal/emulator.ts';
import {feedPacket, prepareEmulator} from '../terminal/feed-packet.ts';
import {addRecorderFacts} from './add-recorder-facts.ts';
import {createKeyframeMaker} from './keyframe-maker.ts';
import {createSeenCollector} from './seen-collector.ts';
import {createSurvey} from './survey.ts';
import type {Survey} from './survey.ts';
import {createTypedCollector} from './typed-collector.ts';

const defaultSize = {columns: 80, rows: 24}; // Playback assumes the same where a recording tells none.
const mostScreenLines = 40;
const sliceBytes = 64 * 1024; // Of a packet that tells more lines than memory should hold.
const mostHeldLines = 2000;

/** Where finished lines go; resolves when more may come. */
export type LineSink = (lines: readonly SeenLine[]) => Promise<void>;

/** All that is derived from one recording, in one pass over its messages, which may pause and go on. */
export class Derivation {
	readonly #seen = createSeenCollector();
	readonly #typed = createTypedCollector();
	readonly #emulator: Emulator = createEmulator(defaultSize, {onGoneLine: text => {
		this.#leave(text);
	}});

	readonly #survey: Survey = createSurvey();
	readonly #keyframes = createKeyframeMaker(this.#emulator);
	readonly #sink: LineSink;
	#messages = 0;
	#recorder: Omit<RecorderFacts, 'gap'> | undefined;
	#positionMs = 0;

	constructor(sink: LineSink) {
		this.#sink = sink;
	}

	/** Of the message read last; 0 before the first. */
	get lastId(): number {
		return this.#survey.lastId;
	}

	/** Read the next message in order of id. */
	async add(message: StoredMessage): Promise<void> {
		if (message.id !== this.lastId + 1) {
			this.#look(this.#survey.lastMs); // What was shown before a gap was shown for who knows how long.
		}

		const {message: read, packets} = this.#survey.add(message);
		this.#recorder = addRecorderFacts(this.#recorder, read?.recorder);
		if (this.#messages === 0) {
			prepareEmulator(this.#emulator, {id: message.id, packets});
		}

		this.#messages++;
		for (const [index, packet] of packets.entries()) {
			await this.#feed(packet);
			this.#keyframes.add(packet, {id: message.id, packet: index + 1});
		}
	}

	/** Give what is known now. `standing` are the lines that may still last; keyframes are those not given before. */
	async take(): Promise<{readonly index: SessionIndex; readonly standing: readonly SeenLine[]}> {
		this.#look(this.#survey.lastMs);
		await this.#sink(this.#takeClosed());
		const index = {
			version: indexVersion,
			messages: this.#messages,
			summary: {...summarize(this.#survey, this.#emulator), ...this.#recorder !== undefined && {recorder: this.#recorder}},
			keyframes: this.#keyframes.take(),
			gaps: this.#survey.readGaps(),
			activity: this.#survey.readActivity(),
			resizes: this.#survey.readResizes(),
		};
		return {index, standing: this.#seen.listOpen()};
	}

	close(): void {
		this.#keyframes.close();
		this.#emulator.close();
	}

	async #feed(packet: Packet): Promise<void> {
		if (this.#seen.isDue(packet.positionMs)) {
			this.#look(packet.positionMs);
		}

		this.#seen.moveTo(packet.positionMs);
		this.#positionMs = packet.positionMs;
		if (packet.type === 'input') {
			this.#typed.type(packet.data, packet.positionMs, this.#emulator.readCursorLine);
			return;
		}

		if (packet.type === 'output') {
			this.#typed.markOutput();
		}

		if (packet.type !== 'output' || packet.data.length <= sliceBytes) {
			feedPacket(this.#emulator, packet);
			await this.#passOn();
			return;
		}

		for (let start = 0; start < packet.data.length; start += sliceBytes) {
			this.#emulator.write(packet.data.subarray(start, start + sliceBytes));
			await this.#passOn();
		}
	}

	#look(untilMs: number): void {
		const lines = this.#emulator.readLines();
		this.#seen.look(lines, untilMs);
		if (this.#typed.isWaiting()) {
			this.#typed.show(lines, this.#positionMs);
		}
	}

	#leave(text: string): void {
		this.#seen.leave(text);
		if (this.#typed.isWaiting()) {
			this.#typed.show([text], this.#positionMs);
		}
	}

	#takeClosed(): readonly SeenLine[] {
		return [...this.#seen.takeClosed(), ...this.#typed.takeClosed()];
	}

	async #passOn(): Promise<void> {
		if (this.#seen.countClosed() >= mostHeldLines) {
			await this.#sink(this.#takeClosed());
		}
	}
}

function summarize(survey: Survey, emulator: Emulator): SessionSummary {
	const gaps = survey.readGaps().filter(gap => isGap(gap));
	const activity = survey.readActivity();
	const {columns, rows} = survey.readSize() ?? emulator; // The emulator's own are clamped.
	const inputBytes = activity.reduce((sum, span) => sum + span.inputBytes, 0);
	return {
		inputBytes,
		outputBytes: activity.reduce((sum, span) => sum + span.outputBytes, 0),
		columns,
		rows,
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
