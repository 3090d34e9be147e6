import type {Buffer} from 'node:buffer';
import {createReadStream, statSync, truncateSync} from 'node:fs';
import {createLineSplitter} from '../../source/format/recording/line-splitter.ts';

/** Where a file of messages ends now: which file it is, and its size. A later `readBack` begins there. */
export function markEnd(file: string): string {
	const stats = statSync(file, {throwIfNoEntry: false});
	return stats?.isFile() ? `${stats.dev}:${stats.ino}:${stats.size}` : 'none';
}

/**
Find the messages that went into a file after its end was marked by `markEnd`; when it is another file now, or was cut since, all of it is read. A line that was torn by the end of the process that wrote it is taken away: it will be written again.

@returns By recording, `audit` for the host's audit events: the highest number of its messages.
*/
export async function readBack(file: string, mark: string): Promise<ReadonlyMap<string, number>> {
	const held = new Map<string, number>();
	const stats = statSync(file, {throwIfNoEntry: false});
	if (!stats?.isFile()) {
		return held;
	}

	const [device, inode, size] = mark.split(':').map(Number);
	const start = device === stats.dev && inode === stats.ino && size !== undefined && size <= stats.size ? size : 0;
	const splitter = createLineSplitter({file});
	let offset = start;
	let wholeEnd = start;
	const chunks: AsyncIterable<Buffer> = createReadStream(file, {start});
	for await (const chunk of chunks) {
		const lastEnd = chunk.lastIndexOf(lineFeed);
		wholeEnd = lastEnd === -1 ? wholeEnd : offset + lastEnd + 1;
		offset += chunk.length;
		for (const line of splitter.push(chunk)) {
			if (line.type === 'line') {
				note(held, line.text);
			}
		}
	}

	if (offset > wholeEnd) {
		truncateSync(file, wholeEnd);
	}

	return held;
}

const lineFeed = 0x0A;

function note(held: Map<string, number>, line: string): void {
	const {rec, id, audit, n} = parseLine(line);
	if (audit === 1 && typeof n === 'number') {
		held.set('audit', Math.max(held.get('audit') ?? 0, n));
	}

	if (typeof rec === 'string' && typeof id === 'number') {
		held.set(rec, Math.max(held.get(rec) ?? 0, id));
	}
}

function parseLine(line: string): {readonly rec?: unknown; readonly id?: unknown; readonly audit?: unknown; readonly n?: unknown} {
	try {
		const found: unknown = JSON.parse(line);
		return typeof found === 'object' && found !== null ? found : {};
	} catch {
		return {}; // Somebody else's line.
	}
}
