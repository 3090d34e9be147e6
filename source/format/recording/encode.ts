import type {EncodedLine, Encoder, EncoderOptions, EncoderState, PendingCharacter, RecordingEnd, WindowSize} from './encoder.ts';
import {escapeText} from './escape.ts';
import type {RecordingHeader} from './message.ts';
import type {IoPacket, Packet, WindowPacket} from './packet.ts';
import {PayloadBuilder} from './payload-builder.ts';
import type {IoEvent} from './payload-builder.ts';
import {measureSequence} from './utf8.ts';

/**
Encode packets as tlog's message format 2.3, byte for byte as tlog does, but for two things that it loses: the order of input and output inside one millisecond, and fractions of milliseconds, which tlog drops at each event.

@see tlog `doc/log_format.md`
*/
export function createEncoder(options: EncoderOptions): Encoder {
	const encoder = new MessageEncoder(options);
	return {
		push(packet) {
			encoder.push(packet);
			return encoder.takeLines();
		},
		flush() {
			encoder.flush();
			return encoder.takeLines();
		},
		cut() {
			encoder.cut();
			return encoder.takeLines();
		},
		end(end = {}) {
			encoder.cut();
			encoder.end(end);
			return encoder.takeLines();
		},
		hasUnflushed: () => encoder.unflushedSinceMs !== undefined,
		unflushedSinceMs: () => encoder.unflushedSinceMs,
	};
}

const smallestPayloadBytes = 32; // The largest window, one placeholder for three bytes, and their timing take 30.

class MessageEncoder {
	readonly #payload: PayloadBuilder;
	readonly #head: string;
	readonly #startedAt: number | undefined;
	readonly #printNotes: () => string;
	readonly #pending: Record<IoPacket['type'], PendingCharacter>;
	#window: WindowSize | undefined;
	#lines: EncodedLine[] = [];
	#nextId: number;
	#lastMs: number;
	#takenBytes = 0;

	constructor({header, startedAt, payloadBytes = 2048, printNotes = () => '', from = atStart}: EncoderOptions) {
		if (payloadBytes < smallestPayloadBytes) {
			throw new RangeError(`payloadBytes is ${payloadBytes}, expected at least ${smallestPayloadBytes}`);
		}

		this.#payload = new PayloadBuilder(payloadBytes, from.writtenMs);
		this.#payload.reset(from.window);
		this.#printNotes = printNotes;
		this.#pending = {...from.pending};
		this.#window = from.window;
		this.#nextId = from.nextId;
		this.#lastMs = from.lastMs;
		this.#head = printHead(header, startedAt === undefined ? '2.2' : '2.3');
		this.#startedAt = startedAt === undefined ? undefined : Math.floor(startedAt);
	}

	#writeWindow({columns, rows}: WindowPacket, positionMs: number): void {
		if (columns === this.#window?.columns && rows === this.#window.rows) {
			return;
		}

		const size = {columns, rows};
		if (!this.#payload.addWindow(positionMs, size)) {
			this.flush();
			this.#payload.addWindow(positionMs, size);
		}

		this.#window = size;
	}

	#writeBytes(event: IoEvent, data: Uint8Array): void {
		let offset = this.#finishPending(event, data);
		while (offset < data.length) {
			const end = this.#payload.addText(event, data, offset);
			this.#takenBytes = end;
			const size = end < data.length ? measureSequence(data, end) : 1;
			offset = end;
			if (size === 0) {
				// A copy, whatever the kind of array: a Buffer's `slice` shares its memory, and the caller's is read into again.
				this.#pending[event.type] = {bytes: Uint8Array.from(data.subarray(end)), positionMs: event.positionMs};
				return;
			}

			if (size < 0) {
				offset = end - size;
				this.#writeBinary(event, data, end, offset);
			} else if (end < data.length) {
				this.flush();
			}
		}
	}

	/** Complete the character that the last packet of this direction left incomplete. Returns how many bytes of `data` that took. */
	#finishPending(event: IoEvent, data: Uint8Array): number {
		const {bytes, positionMs} = this.#pending[event.type];
		if (bytes.length === 0) {
			return 0;
		}

		this.#takenBytes = 0;
		const joined = Uint8Array.of(...bytes, ...data.subarray(0, 3));
		const size = measureSequence(joined, 0);
		if (size === 0) {
			this.#pending[event.type] = {bytes: joined, positionMs: data.length > 0 ? event.positionMs : positionMs};
			return data.length;
		}

		const length = Math.abs(size);
		if (size > 0) {
			this.#writeCharacter(event, joined.subarray(0, length));
		} else {
			this.#writeBinary({type: event.type, positionMs: length > bytes.length ? event.positionMs : positionMs}, joined, 0, length);
		}

		this.#pending[event.type] = nothingPending; // Not before: what is flushed meanwhile is without it.
		return length - bytes.length;
	}

	#writeCharacter(event: IoEvent, character: Uint8Array): void {
		if (this.#payload.addText(event, character, 0) !== 0) {
			return;
		}

		this.flush();
		this.#payload.addText(event, character, 0);
	}

	#writeBinary(event: IoEvent, data: Uint8Array, start: number, end: number): void {
		if (this.#payload.addBinary(event, data, start, end)) {
			return;
		}

		this.flush();
		this.#payload.addBinary(event, data, start, end);
	}

	#finishMessage(positionMs: number, exit: string | undefined): void {
		const at = this.#startedAt === undefined ? undefined : this.#startedAt + positionMs;
		const time = at === undefined ? '' : `"time":${printSeconds(at)},`;
		const id = this.#nextId++;
		const tail = exit === undefined ? '' : `,"exit":${escapeText(exit)}`;
		const text = `${this.#head}"id":${id},"pos":${positionMs},${time}${this.#payload.print()}${this.#printNotes()}${tail}}`;
		this.#lines.push({id, positionMs, at, text, after: this.#state()});
		this.#payload.reset(this.#window);
	}

	#state(): EncoderState {
		return {nextId: this.#nextId, lastMs: this.#lastMs, writtenMs: this.#payload.lastMs, window: this.#window, pending: {...this.#pending}, takenBytes: this.#takenBytes};
	}

	get unflushedSinceMs(): number | undefined {
		return this.#payload.positionMs;
	}

	push(packet: Packet): void {
		const positionMs = Math.max(this.#lastMs, Math.floor(packet.positionMs));
		this.#lastMs = positionMs;
		this.#takenBytes = 0;
		if (packet.type === 'window') {
			this.#writeWindow(packet, positionMs);
		} else {
			this.#writeBytes({type: packet.type, positionMs}, packet.data);
		}

		this.#takenBytes = 0;
	}

	flush(): void {
		const {positionMs} = this.#payload;
		if (positionMs !== undefined) {
			this.#finishMessage(positionMs, undefined);
		}
	}

	cut(): void {
		const types = this.#pending.output.positionMs < this.#pending.input.positionMs ? ['output', 'input'] as const : ['input', 'output'] as const;
		for (const type of types) {
			const {bytes, positionMs} = this.#pending[type];
			if (bytes.length > 0) {
				this.#writeBinary({type, positionMs}, bytes, 0, bytes.length);
			}

			this.#pending[type] = nothingPending;
		}
	}

	end({exit, positionMs, isTold = exit !== undefined}: RecordingEnd): void {
		if (!isTold) {
			this.flush();
			return;
		}

		const endMs = Math.max(this.#lastMs, Math.floor(positionMs ?? 0));
		if (this.unflushedSinceMs === undefined && this.#window !== undefined) {
			this.#payload.addWindow(endMs, this.#window);
		}

		this.#finishMessage(this.#payload.positionMs ?? endMs, exit);
	}

	takeLines(): readonly EncodedLine[] {
		const lines = this.#lines;
		if (lines.length > 0) {
			this.#lines = [];
		}

		return lines;
	}
}

const nothingPending: PendingCharacter = {bytes: new Uint8Array(0), positionMs: 0};
const atStart: EncoderState = {nextId: 1, lastMs: 0, writtenMs: 0, window: undefined, pending: {input: nothingPending, output: nothingPending}, takenBytes: 0};

function printHead({host, rec, user, term, session}: RecordingHeader, version: string): string {
	const recField = rec === undefined ? '' : `"rec":${escapeText(rec)},`;
	return `{"ver":"${version}","host":${escapeText(host)},${recField}"user":${escapeText(user)},"term":${escapeText(term)},"session":${session},`;
}

/** Exactly three decimals: tlog refuses an integer here. */
function printSeconds(at: number): string {
	const milliseconds = at % 1000;
	return `${(at - milliseconds) / 1000}.${String(milliseconds).padStart(3, '0')}`;
}
