import {readForReplay} from '../format/recording/read-for-replay.ts';
import type {ReplayMessage} from '../format/recording/read-for-replay.ts';
import type {ActivitySpan, Gap, Resize, SessionIndexMarks, StoredMessage} from '../store/store.ts';
import {createActivityMeter} from './activity-meter.ts';
import {createGapFinder} from './gap-finder.ts';
import type {GapFinderStart} from './gap-finder.ts';
import {createResizeList} from './resize-list.ts';
import type {WindowSize} from './resize-list.ts';

/** What can be told of a recording without interpreting its output. */
export type Survey = {
	/** Read the next message in order of id. */
	readonly add: (message: StoredMessage) => ReplayMessage;
	/** Position of the last packet. */
	readonly lastMs: number;
	/** Of the last message. */
	readonly lastId: number;
	readonly readGaps: () => readonly Gap[];
	readonly readActivity: () => readonly ActivitySpan[];
	readonly readResizes: () => readonly Resize[];
	readonly countResizes: () => number;
	/** The window's size now; `undefined` when none was told. */
	readonly readSize: () => WindowSize | undefined;
};

/** What an index knows, and the last message that it has read: a survey goes on from there. */
export type SurveyStart = {
	readonly marks: SessionIndexMarks;
	readonly lastMessage: StoredMessage;
};

/** Survey a recording, from its start or from where its index ends. The index and a player of a live recording see the same. */
export function createSurvey(start?: SurveyStart): Survey {
	const marks = start?.marks;
	const activity = createActivityMeter(marks?.activity);
	const resizes = createResizeList(marks && {resizes: marks.resizes, size: sizeOf(marks)});
	const gaps = createGapFinder(start && endOf(start));
	let lastMs = marks?.activity.at(-1)?.untilMs ?? 0;
	let lastId = marks?.summary.indexedId ?? 0;

	return {
		get lastMs() {
			return lastMs;
		},
		get lastId() {
			return lastId;
		},
		add({id, positionMs, text}) {
			const read = readForReplay(text, lastMs);
			gaps.start(id, positionMs, read);
			for (const packet of read.packets) {
				lastMs = packet.positionMs;
				gaps.add(packet);
				activity.add(packet);
				if (packet.type === 'window') {
					resizes.add(packet);
				}
			}

			gaps.end(id, read);
			lastId = id;
			return read;
		},
		readGaps: gaps.read,
		readActivity: activity.read,
		readResizes: resizes.read,
		countResizes: resizes.count,
		readSize: resizes.readSize,
	};
}

function sizeOf({summary: {isPipe, columns, rows}}: SessionIndexMarks): WindowSize | undefined {
	return isPipe ? undefined : {columns, rows};
}

function endOf({marks, lastMessage}: SurveyStart): GapFinderStart {
	const positions = [lastMessage.positionMs, marks.activity.at(-1)?.untilMs ?? 0, ...marks.gaps.map(gap => gap.untilMs)];
	return {gaps: marks.gaps, lastId: marks.summary.indexedId, lastMs: Math.max(...positions), clockMs: readClock(lastMessage)};
}

function readClock({positionMs, text}: StoredMessage): number | undefined {
	const at = readForReplay(text, 0).message?.at;
	return at === undefined ? undefined : at - positionMs;
}
