import {crc32} from 'node:zlib';
import {createFrameReader} from '../../source/format/frames/frame-reader.ts';
import type {FrameReader} from '../../source/format/frames/frame-reader.ts';
import {readPart} from '../spool/read-part.ts';
import type {Begun} from './begun.ts';
import type {Checkpoint, Place} from './checkpoint.ts';
import type {NoteListener} from './notes.ts';
import type {PumpSource, ReadResult} from './pump-source.ts';
import {createTranscriber} from './transcribe.ts';
import type {Transcriber} from './transcribe.ts';
import type {Transcribed} from './transcribed.ts';

/** What a cursor needs to know of its recording; it changes while the recording goes on. */
export type CursorSource = {
	readonly begun: Begun;
	readonly isCut: (place: Place) => boolean;
	readonly locate: (segment: number) => string;
	/** The segment that follows, if it is there already. */
	readonly nextSegment: (segment: number) => number | undefined;
	/** Its writer has ended: what is there now is all there will be. */
	readonly isDead: () => boolean;
};

/** One writer's way through one recording. */
export type Cursor = PumpSource & {
	/** Finish the message begun: its place has been noted for all cursors. */
	readonly cut: () => void;
	readonly place: () => Place;
	/** When the message begun has to be finished, by `nowMs` of `read`'s clock; undefined when none is begun. */
	readonly dueMs: () => number | undefined;
	readonly acknowledged: () => Checkpoint;
};

export type CursorOptions = {
	readonly source: CursorSource;
	readonly from: Checkpoint;
	/** Read into by all cursors, one after the other. */
	readonly buffer: Uint8Array;
	readonly elapsedMs: () => number;
	readonly onNote?: NoteListener | undefined;
};

export function createCursor({source, from, buffer, elapsedMs, onNote}: CursorOptions): Cursor {
	const transcriber: Transcriber = createTranscriber({begun: source.begun, from, isCut: source.isCut, onNote});
	let reader: FrameReader = createFrameReader(from.place, crc32);
	let {segment, offset} = from.place;
	let acknowledged = from;
	let queue: Transcribed[] = [];
	let taken = 0;
	let sinceMs: number | undefined;

	function add(transcribed: readonly Transcribed[]): void {
		queue.push(...transcribed);
		if (!transcriber.hasUnflushed()) {
			sinceMs = undefined;
		} else if (sinceMs === undefined || transcribed.length > 0) {
			sinceMs = elapsedMs();
		}
	}

	function goOn(next: number): void {
		add(transcriber.goOn(next));
		reader = createFrameReader({...reader.position(), offset: 0}, crc32);
		segment = next;
		offset = 0;
	}

	function read(): ReadResult {
		if (transcriber.isEnded()) {
			return 'all';
		}

		const next = source.nextSegment(segment); // Before reading: who has begun the next segment writes no more to this one.
		const isDead = source.isDead();
		const length = readPart(source.locate(segment), offset, buffer) ?? 0;
		offset += length;
		add(reader.push(buffer.subarray(0, length)).flatMap(event => transcriber.take(event)));
		if (length === buffer.length) {
			return 'more';
		}

		if (transcriber.isEnded() || (next === undefined && !isDead)) {
			return 'all';
		}

		add(reader.end().flatMap(event => transcriber.take(event)));
		if (next === undefined) {
			add(transcriber.breakOff());
			return 'all';
		}

		goOn(next);
		return 'more';
	}

	return {
		read,
		peek: () => queue[taken],
		take() {
			const first = queue[taken];
			taken++;
			if (taken >= queue.length) {
				queue = [];
				taken = 0;
			}

			return () => {
				acknowledged = first?.checkpoint ?? acknowledged;
			};
		},
		cut() {
			add(transcriber.cut());
		},
		place: transcriber.place,
		dueMs: () => sinceMs === undefined ? undefined : sinceMs + source.begun.settings.latencyMs,
		acknowledged: () => acknowledged,
	};
}
