import type {IoPacket, Packet} from '../recording/packet.ts';
import type {AsciicastHeader} from './asciicast.ts';

/** Makes the event lines of an asciicast, without line feeds. Positions must not go back. */
export type AsciicastWriter = {
	/** One line or none: a character whose last bytes have not come waits for them, a size that changes nothing is left out. */
	readonly push: (packet: Packet) => readonly string[];
	/** A label, e.g. for a gap or a command. */
	readonly mark: (positionMs: number, label: string) => readonly string[];
	/** What still waits, and the exit status if it is a number: the format knows no signals. */
	readonly end: (positionMs: number, exit?: string) => readonly string[];
};

/** Print an asciicast's first line, without its line feed. */
export function printAsciicastHeader({version, columns, rows, term, startedAt, command, title, idleLimit}: AsciicastHeader): string {
	const timestamp = startedAt === undefined ? undefined : Math.floor(startedAt / 1000);
	return JSON.stringify(version === 3
		? {version, term: {cols: columns, rows, type: term}, timestamp, idle_time_limit: idleLimit, command, title}
		: {version, width: columns, height: rows, timestamp, idle_time_limit: idleLimit, command, title, env: term === undefined ? undefined : {TERM: term}});
}

/**
Make the writer of the events after a header.

Bytes become text: characters cut between packets are joined again, each direction for itself; invalid bytes become U+FFFD.

@see https://docs.asciinema.org/manual/asciicast/v3/
*/
export function createAsciicastWriter(header: AsciicastHeader): AsciicastWriter {
	const printTime = header.version === 3 ? createIntervalPrinter() : printSeconds;
	const texts = {output: new TextDecoder('utf-8', {ignoreBOM: true}), input: new TextDecoder('utf-8', {ignoreBOM: true})};
	let size = `${header.columns}x${header.rows}`;

	function print(positionMs: number, code: string, data: string): string {
		return `[${printTime(positionMs)}, "${code}", ${JSON.stringify(data)}]`;
	}

	function printText(type: IoPacket['type'], positionMs: number, text: string): readonly string[] {
		return text === '' ? [] : [print(positionMs, type === 'input' ? 'i' : 'o', text)];
	}

	function printSize(positionMs: number, next: string): readonly string[] {
		if (next === size) {
			return [];
		}

		size = next;
		return [print(positionMs, 'r', next)];
	}

	return {
		push(packet) {
			const {type, positionMs} = packet;
			return type === 'window'
				? printSize(positionMs, `${packet.columns}x${packet.rows}`)
				: printText(type, positionMs, texts[type].decode(packet.data, {stream: true}));
		},
		mark: (positionMs, label) => [print(positionMs, 'm', label)],
		end: (positionMs, exit) => [
			...printText('input', positionMs, texts.input.decode()),
			...printText('output', positionMs, texts.output.decode()),
			...(exit !== undefined && /^\d+$/v.test(exit) ? [print(positionMs, 'x', exit)] : []),
		],
	};
}

/** Seconds from the start: microseconds, at least one decimal. */
function printSeconds(positionMs: number): string {
	return (Math.round(positionMs * 1000) / 1_000_000).toFixed(6).replace(/0{1,5}$/v, '');
}

/** Seconds since the event before, three decimals: differences of rounded positions, so that their sum is never off by more than half a millisecond. */
function createIntervalPrinter(): (positionMs: number) => string {
	let lastMs = 0;
	return positionMs => {
		const nextMs = Math.max(lastMs, Math.round(positionMs));
		const intervalMs = nextMs - lastMs;
		lastMs = nextMs;
		return (intervalMs / 1000).toFixed(3);
	};
}
