import {Buffer} from 'node:buffer';
import type {DataFrame, EndFrame, Frame} from '../../source/format/frames/frame.ts';
import type {FrameEvent} from '../../source/format/frames/frame-reader.ts';
import {nextNumber} from '../../source/format/frames/next-number.ts';
import {readSeed} from '../../source/format/frames/session-start.ts';
import {largestPositionMs} from '../../source/format/recording/decode.ts';
import {createEncoder} from '../../source/format/recording/encode.ts';
import type {EncodedLine, Encoder} from '../../source/format/recording/encoder.ts';
import type {Packet} from '../../source/format/recording/packet.ts';
import {createLimiter} from '../message/limiter.ts';
import {createMask} from '../message/mask.ts';
import {watchPrompt} from '../message/secret-prompt.ts';
import type {Begun} from './begun.ts';
import {doubtEcho} from './checkpoint.ts';
import type {Checkpoint, Place} from './checkpoint.ts';
import {createNotes} from './notes.ts';
import type {NoteListener} from './notes.ts';
import {printExit} from './print-exit.ts';
import type {Transcribed} from './transcribed.ts';

/** Turns the frames of one recording into messages. The same frames and cuts give the same messages, wherever it began. */
export type Transcriber = {
	readonly take: (event: FrameEvent) => readonly Transcribed[];
	/** All of the segment is read; the recording goes on in a later one. */
	readonly goOn: (segment: number) => readonly Transcribed[];
	/** Nobody writes any more, and no end was told. */
	readonly breakOff: () => readonly Transcribed[];
	/** Finish the message begun, if there is one. The place where that was done has to be known to whoever transcribes again. */
	readonly cut: () => readonly Transcribed[];
	readonly hasUnflushed: () => boolean;
	readonly isEnded: () => boolean;
	/** Where the next frame is expected. */
	readonly place: () => Place;
};

export type TranscriberOptions = {
	readonly begun: Begun;
	readonly from: Checkpoint;
	/** Whether a message was, or is to be, finished before what stands there. */
	readonly isCut: (place: Place) => boolean;
	readonly onNote?: NoteListener | undefined;
};

export function createTranscriber({begun, from, isCut, onNote}: TranscriberOptions): Transcriber {
	const {header, settings, startedAt, startUs} = begun;
	const notes = createNotes(onNote);
	const mask = createMask(from.isSecretOpen);
	const watch = watchPrompt(from.prompt);
	const limiter = createLimiter(settings.limit, from.limiter);
	let {place, originUs, echo, isEnded} = from;
	let {takenBytes} = from.encoder ?? {takenBytes: 0};
	let encoder: Encoder | undefined;
	/** What was known before the frame at `place`. */
	let before = {echo, isSecretOpen: mask.isOpen(), prompt: from.prompt};

	if (from.encoder === undefined) {
		notes.login(begun.login);
		if (place.segment > 0) {
			notes.disorder(); // What came before is gone.
		}
	}

	/** Positions count from the first packet. */
	function begin(atUs: number): {readonly encoder: Encoder; readonly positionMs: number} {
		originUs ??= atUs;
		encoder ??= createEncoder({
			header,
			startedAt: startedAt === undefined ? undefined : startedAt + ((originUs - startUs) / 1000),
			payloadBytes: settings.payloadBytes,
			printNotes: notes.print,
			from: from.encoder,
		});
		return {encoder, positionMs: Math.min(Math.max(0, (atUs - originUs) / 1000), largestPositionMs)};
	}

	function send(lines: readonly EncodedLine[], exit?: string): Transcribed[] {
		return lines.map((line, index) => {
			const isLast = isEnded && index === lines.length - 1;
			const delayMs = isLast ? 0 : limiter.admit(Buffer.byteLength(line.text) + 1, line.positionMs); // Past the limit: the end must be known.
			return {
				message: delayMs === undefined ? undefined : {recording: header.rec ?? '', user: header.user, session: header.session, id: line.id, positionMs: line.positionMs, at: line.at, exit: isLast ? exit : undefined, text: line.text},
				checkpoint: {place, originUs, encoder: line.after, ...before, limiter: limiter.state(), isEnded: isLast},
				delayMs: delayMs ?? 0,
			};
		});
	}

	function cut(): Transcribed[] {
		return send(encoder?.flush() ?? []);
	}

	/** Push a packet, but for what is in messages already. */
	function push(packet: (positionMs: number) => Packet, atUs: number): Transcribed[] {
		const {encoder: into, positionMs} = begin(atUs);
		const whole = packet(positionMs);
		const skipped = takenBytes;
		takenBytes = 0;
		const lines = into.push(whole.type === 'window' || skipped === 0 ? whole : {...whole, data: whole.data.subarray(skipped)});
		return send(lines.map(line => line.after.takenBytes === 0 ? line : {...line, after: {...line.after, takenBytes: line.after.takenBytes + skipped}}));
	}

	function takeFrame(frame: Frame, atUs: number): Transcribed[] {
		switch (frame.type) {
			case 'output':
			case 'drained':
			case 'error': {
				return takeOutput(frame, atUs);
			}

			case 'input': {
				const isSecret = settings.masksSecrets && !echo.isEchoed && (echo.isLineMode || watch.isAsking(frame.data));
				const data = mask.take(frame.data, isSecret);
				return data.length === 0 ? [] : push(positionMs => ({type: 'input', positionMs, data}), atUs);
			}

			case 'window': {
				return push(positionMs => ({type: 'window', positionMs, columns: frame.columns, rows: frame.rows}), atUs);
			}

			case 'echo': {
				echo = {isEchoed: frame.isEchoed, isLineMode: frame.isLineMode};
				notes.echo(begin(atUs).positionMs, echo);
				return [];
			}

			case 'gap': {
				const sent = cut();
				notes.gap(begin(atUs).positionMs, frame, begin(frame.sinceUs).positionMs);
				return sent;
			}

			case 'bytes': {
				notes.carried(frame);
				return [];
			}

			case 'end': {
				return end(frame, atUs);
			}

			case 'start': {
				place = {...place, seed: readSeed(frame)};
				return [];
			}

			case 'rotation':
			case 'unknown': {
				return [];
			}

			default: {
				return frame satisfies never;
			}
		}
	}

	function takeOutput({type, data}: DataFrame, atUs: number): Transcribed[] {
		const sent = push(positionMs => ({type: 'output', positionMs, data}), atUs);
		if (type === 'drained') {
			notes.unseen(data.length); // Not before: a message finished by the push would have it, and one made anew behind that message again.
		}

		if (begun.isInputRecorded && settings.masksSecrets) {
			watch.see(data);
		}

		return sent;
	}

	function end(frame: EndFrame | undefined, atUs: number): Transcribed[] {
		const owed = mask.end();
		const sent = owed.length === 0 ? [] : push(positionMs => ({type: 'input', positionMs, data: owed}), atUs);
		const {encoder: into, positionMs} = begin(atUs);
		sent.push(...send(into.cut().map(line => ({...line, after: {...line.after, takenBytes: owed.length}}))));
		notes.end(frame ?? 'broken');
		isEnded = true;
		const exit = frame === undefined ? undefined : printExit(frame);
		return [...sent, ...send(into.end({exit, positionMs, isTold: true}), exit)];
	}

	function isLate(atUs: number): boolean {
		const sinceMs = encoder?.unflushedSinceMs();
		return sinceMs !== undefined && begin(atUs).positionMs - sinceMs >= settings.latencyMs;
	}

	return {
		take(event) {
			if (isEnded) {
				return [];
			}

			const sent = isCut(place) ? cut() : [];
			switch (event.type) {
				case 'frame': {
					const late = isLate(event.atUs) || notes.isLong() ? cut() : [];
					const taken = takeFrame(event.frame, event.atUs);
					place = {...place, offset: event.endOffset, number: nextNumber(event.number)};
					takenBytes = 0;
					before = {echo, isSecretOpen: mask.isOpen(), prompt: watch.state()};
					return [...sent, ...late, ...taken];
				}

				case 'disorder': {
					notes.disorder();
					echo = doubtEcho(echo);
					before = {...before, echo};
					place = {...place, number: event.found};
					return sent;
				}

				case 'seed': {
					place = {...place, seed: event.seed};
					return sent;
				}

				case 'damage': {
					takenBytes = 0;
					notes.damage(event.endOffset - event.offset);
					echo = doubtEcho(echo);
					before = {...before, echo};
					place = {...place, offset: event.endOffset, number: event.part === 'payload' && place.number !== undefined ? nextNumber(place.number) : place.number};
					return sent;
				}

				case 'torn': {
					notes.torn(event.endOffset - event.offset);
					place = {...place, offset: event.endOffset};
					return sent;
				}

				default: {
					return event satisfies never;
				}
			}
		},
		goOn(segment) {
			const sent = isCut(place) ? cut() : [];
			place = {...place, segment, offset: 0};
			return sent;
		},
		breakOff: () => isEnded ? [] : [...isCut(place) ? cut() : [], ...end(undefined, startUs)],
		cut,
		hasUnflushed: () => encoder?.hasUnflushed() ?? false,
		isEnded: () => isEnded,
		place: () => place,
	};
}
