import type {AsciicastHeader} from '../format/asciicast/asciicast.ts';
import {createAsciicastWriter, printAsciicastHeader} from '../format/asciicast/write-asciicast.ts';
import type {AsciicastWriter} from '../format/asciicast/write-asciicast.ts';
import type {Packet, WindowPacket} from '../format/recording/packet.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import {feedPacket, isWithoutTerminal} from '../terminal/feed-packet.ts';
import type {Export, ExportSource, Label} from './export-source.ts';
import {packetsOf, readPackets} from './read-packets.ts';
import {returnLines} from './return-lines.ts';

/** One stream as an asciicast of version 3. Gaps become labels; a part begins with the screen as it stood there. */
export const exportAsciicastV3: Export = source => exportAsciicast(source, 3);

/** As `exportAsciicastV3`, in version 2. */
export const exportAsciicastV2: Export = source => exportAsciicast(source, 2);

async function * exportAsciicast(source: ExportSource, version: AsciicastHeader['version']): AsyncGenerator<string> {
	const {session, stream = 'output', fromMs} = source;
	const packets = returnLines(readPackets({...source, fromMs: 0}), await isPipe(source));
	const {start, rest} = await findStart(packets, fromMs);
	const header: AsciicastHeader = {
		version,
		columns: start.columns,
		rows: start.rows,
		term: session.term === '' ? undefined : session.term,
		startedAt: session.startedAt === undefined ? undefined : session.startedAt + start.positionMs,
		command: undefined,
		title: undefined,
		idleLimit: source.idleLimit,
	};
	yield `${printAsciicastHeader(header)}\n`;

	const writer = createAsciicastWriter(header);
	const mark = createMarks(source, start.positionMs, writer);
	if (start.ansi !== '' && stream === 'output') {
		yield * asLines(writer.push({type: 'output', positionMs: 0, data: new TextEncoder().encode(start.ansi)}));
	}

	let lastMs = 0;
	for await (const packet of rest) {
		if (!(packet.type === stream || (packet.type === 'window' && hasSize(packet)))) {
			continue;
		}

		lastMs = packet.positionMs - start.positionMs;
		yield * asLines([...mark(packet.positionMs), ...writer.push({...packet, positionMs: lastMs})]);
	}

	yield * asLines(writer.end(lastMs, session.exit));
}

async function isPipe({readMessages}: ExportSource): Promise<boolean> {
	const messages = readMessages()[Symbol.asyncIterator]();
	const first = await messages.next();
	await messages.return?.();
	return !first.done && isWithoutTerminal({id: first.value.id, packets: packetsOf(first.value)});
}

type Start = {
	readonly columns: number;
	readonly rows: number;
	readonly positionMs: number;
	/** Recreates the screen as it stood; empty at the recording's own start. */
	readonly ansi: string;
};

const withoutTerminal = {columns: 80, rows: 24}; // An asciicast must name a size.

/** The part's first size and screen: a part starts where no escape sequence is half written. */
async function findStart(packets: AsyncGenerator<Packet>, fromMs: number): Promise<{readonly start: Start; readonly rest: AsyncIterable<Packet>}> {
	const first = await packets.next();
	const size = !first.done && first.value.type === 'window' && hasSize(first.value) ? first.value : withoutTerminal;
	if (first.done === true || fromMs <= 0) {
		return {start: {columns: size.columns, rows: size.rows, positionMs: 0, ansi: ''}, rest: chain(first, packets)};
	}

	const emulator = createEmulator(size);
	try {
		let next = first as IteratorResult<Packet, void>;
		while (!next.done && (next.value.positionMs < fromMs || !emulator.isAtRest())) {
			feedPacket(emulator, next.value);
			next = await packets.next();
		}

		const {columns, rows} = emulator;
		const positionMs = next.done ? fromMs : Math.max(fromMs, 0);
		return {start: {columns, rows, positionMs, ansi: emulator.isAtRest() ? emulator.keyframe() : ''}, rest: chain(next, packets)};
	} finally {
		emulator.close();
	}
}

function createMarks({gaps, labels = []}: ExportSource, startMs: number, writer: AsciicastWriter): (untilMs: number) => readonly string[] {
	const marks: readonly Label[] = [...gaps.map(({fromMs, kind, detail}) => ({positionMs: fromMs, text: kind === 'hidden' ? detail : `gap (${kind}): ${detail}`})), ...labels];
	const waiting = marks.filter(({positionMs}) => positionMs >= startMs).toSorted((a, b) => a.positionMs - b.positionMs);
	return untilMs => {
		const due = waiting.splice(0, waiting.filter(({positionMs}) => positionMs <= untilMs).length);
		return due.flatMap(({positionMs, text}) => writer.mark(positionMs - startMs, text));
	};
}

/** `0x0` is what a terminal of unknown size records. */
function hasSize({columns, rows}: WindowPacket): boolean {
	return columns > 0 && rows > 0;
}

async function * chain(first: IteratorResult<Packet, void>, rest: AsyncGenerator<Packet>): AsyncGenerator<Packet> {
	if (first.done) {
		return;
	}

	yield first.value;
	yield * rest;
}

function * asLines(lines: readonly string[]): Generator<string> {
	for (const line of lines) {
		yield `${line}\n`;
	}
}
