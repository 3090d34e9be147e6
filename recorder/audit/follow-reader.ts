import type {FollowCheckpoint} from './follow-checkpoint.ts';
import {createEventGatherer} from './gather-events.ts';
import type {EventGatherer, Gathered} from './gather-events.ts';
import type {LogIdentity} from './log-position.ts';
import {createLineCutter} from './line-cutter.ts';
import type {LineCutter} from './line-cutter.ts';

/** Events of a log that is followed, each once. */
export type FollowReader = {
	/** Bytes of the file, in order, the first of them standing at `place`. */
	readonly push: (chunk: Uint8Array, place: FollowPlace, elapsedMs: number) => readonly Gathered[];
	readonly settle: (elapsedMs: number) => readonly Gathered[];
	/** The file is at its end, and another one follows: events may go on there. */
	readonly endOfFile: () => readonly Gathered[];
	readonly end: () => readonly Gathered[];
	/** Begin with another file. `isAfter`: what is older than the last event was given already. */
	readonly restart: (place: FollowPlace, options: {readonly isAfter: boolean}) => void;
	/** Of the last event given, epoch milliseconds. */
	readonly lastAt: () => number;
	/** Where to begin again; undefined before anything is known of the file. */
	readonly checkpoint: () => FollowCheckpoint | undefined;
};

export type FollowPlace = {
	readonly offset: number;
	readonly identity: LogIdentity;
};

/** Keys that were given but do not come again are not waited for past this. */
const mostGiven = 20_000;

export function createFollowReader(from: FollowCheckpoint | undefined): FollowReader {
	const skipped = new Map(Object.entries(from?.given ?? {}));
	let skippedTexts = from?.texts ?? 0;
	let cutter: LineCutter = createLineCutter();
	const gatherer: EventGatherer = createEventGatherer({isEndTold: false});
	let start: (LogIdentity & {readonly offset: number}) | undefined = from;
	const given = new Map(skipped);
	let texts = skippedTexts;
	let lastAt = from?.at ?? 0;
	let afterAt = from?.after ?? 0;

	/** What was given before we were stopped is read again, and not given again. */
	function give(gathered: readonly Gathered[]): readonly Gathered[] {
		return gathered.flatMap((each): readonly Gathered[] => {
			if (each.type === 'text') {
				skippedTexts--;
				const isNew = skippedTexts < 0;
				texts += Number(isNew);
				return isNew ? [each] : [];
			}

			const known = skipped.get(each.key) ?? 0;
			skipped.delete(each.key);
			if (known >= each.lines.length || each.at <= afterAt) {
				return [];
			}

			given.set(each.key, (given.get(each.key) ?? known) + each.lines.length - known);
			lastAt = each.at;
			return [known === 0 ? each : {...each, lines: each.lines.slice(known)}];
		});
	}

	/** Nothing is half read: from here on can be begun again. */
	function mark({offset, identity}: FollowPlace): void {
		if (given.size > mostGiven) {
			skipped.clear();
		}

		if (!(gatherer.isEmpty() && skipped.size === 0 && skippedTexts <= 0)) {
			return;
		}

		start = {...identity, offset};
		given.clear();
		texts = 0;
	}

	return {
		push(chunk, {offset, identity}, elapsedMs) {
			const found: Gathered[] = [];
			let end = offset - cutter.restBytes();
			const lines = cutter.push(chunk);
			const wholeEnd = offset + chunk.length - cutter.restBytes();
			for (const line of lines) {
				found.push(...give(gatherer.push(line, elapsedMs)));
				end = line === lines.at(-1) ? wholeEnd : end + line.length + 1; // A last one that was cut has no line feed.
				mark({offset: end, identity});
			}

			return found;
		},
		settle: elapsedMs => give(gatherer.settle(elapsedMs)),
		endOfFile() {
			const found = give(cutter.end().flatMap(line => gatherer.push(line, 0)));
			cutter = createLineCutter();
			return found;
		},
		end: () => [...give(cutter.end().flatMap(line => gatherer.push(line, 0))), ...give(gatherer.end())],
		restart({offset, identity}, {isAfter}) {
			cutter = createLineCutter();
			afterAt = isAfter ? lastAt : afterAt;
			given.clear();
			texts = 0;
			start = {...identity, offset};
			skipped.clear();
			skippedTexts = 0;
		},
		lastAt: () => lastAt,
		checkpoint: () => start === undefined ? undefined : {...start, given: Object.fromEntries(given), texts, after: afterAt, at: lastAt},
	};
}
