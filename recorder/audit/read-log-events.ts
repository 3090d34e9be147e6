import {read} from 'node:fs';
import {promisify} from 'node:util';
import type {Clock} from '../../source/clock.ts';
import {createEventGatherer} from './gather-events.ts';
import type {Gathered, GatheredEvent} from './gather-events.ts';
import {createLineCutter} from './line-cutter.ts';
import {closeLogs} from './log-files.ts';
import type {LogStart} from './log-files.ts';

const readBytes = promisify(read);
const bufferBytes = 262_144;

/** Read the events of a log from where it was opened to the end it had then; the logs are closed. What is half there at the end is given with `isDoubtful`. */
export async function * readLogEvents(starts: readonly LogStart[], clock: Pick<Clock, 'elapsedMs'>): AsyncGenerator<readonly GatheredEvent[]> {
	const gatherer = createEventGatherer({isEndTold: false});
	try {
		for (const start of starts) {
			for await (const lines of readLines(start)) {
				yield onlyEvents(lines.flatMap(line => gatherer.push(line, clock.elapsedMs())));
			}
		}

		yield onlyEvents(gatherer.end()).map(event => ({...event, isDoubtful: true}));
	} finally {
		closeLogs(starts);
	}
}

/** Whole lines, but for the one in whose middle reading may begin. */
async function * readLines({fd, offset: start, sizeBytes}: LogStart): AsyncGenerator<readonly Uint8Array[]> {
	const cutter = createLineCutter();
	const buffer = new Uint8Array(bufferBytes);
	let isInMiddle = start > 0;
	let offset = start;
	let length: number;
	do {
		({bytesRead: length} = await readBytes(fd, buffer, 0, Math.min(buffer.length, sizeBytes - offset), offset));
		offset += length;
		const lines = cutter.push(buffer.subarray(0, length));
		yield isInMiddle ? lines.slice(1) : lines;
		isInMiddle &&= lines.length === 0;
	} while (length > 0 && offset < sizeBytes);
}

/** What is no record in a log comes the other way, too. */
function onlyEvents(gathered: readonly Gathered[]): readonly GatheredEvent[] {
	return gathered.filter(each => each.type === 'event');
}
