import type {ActivitySpan, Gap} from '../store/store.ts';

/** Two scales of one recording: recorded time, and the same with long pauses cut to the idle limit. */
export type Timeline = {
	/** Length on the recorded scale. */
	readonly lengthMs: number;
	/** Length on the compressed scale. */
	readonly compressedMs: number;
	/** Where a recorded position lies on the compressed scale. Both scales clamp what is outside. */
	readonly toCompressed: (positionMs: number) => number;
	/** The recorded position of a point on the compressed scale; the end of a pause that was cut is the instant after it. */
	readonly toRecorded: (compressedMs: number) => number;
	/** What happened in each of so many equal parts of the compressed scale; a span's bytes are spread evenly over the parts it touches. */
	readonly heat: (columns: number) => readonly HeatColumn[];
};

export type HeatColumn = {
	readonly outputBytes: number;
	readonly inputBytes: number;
	/** The longest pause, in recorded time, of which something lies in this part; 0 when there is none. */
	readonly pauseMs: number;
	/** A pause ends here that was cut to the idle limit. */
	readonly isCut: boolean;
};

export type TimelineOptions = {
	readonly lengthMs: number;
	/** The longest pause on the compressed scale; `Infinity` makes both scales the same. */
	readonly idleLimitMs: number;
	readonly activity: readonly ActivitySpan[];
	/** Their edges are instants too: a gap's own time counts as a pause. */
	readonly gaps: readonly Gap[];
	/** Where programs were begun, which is no pause even when nothing was shown. */
	readonly commandsMs?: readonly number[];
};

/** From `startMs` to the next segment's start time passes either fully (a run) or up to the idle limit (a pause). */
type Segment = {
	readonly startMs: number;
	readonly startCompressedMs: number;
	readonly isRun: boolean;
};

/**
Lay out both scales of a recording.

With activity instants a₀ = 0 < a₁ < … < aₙ = length and idle limit L, the compressed position is `C(r) = C(aₖ) + min(r − aₖ, L)` for aₖ ≤ r < aₖ₊₁.
*/
export function createTimeline(options: TimelineOptions): Timeline {
	const {idleLimitMs, activity} = options;
	const lengthMs = Math.max(0, options.lengthMs);
	const segments = layOut({...options, lengthMs});
	const compressedMs = segments.at(-1)?.startCompressedMs ?? 0;

	function toCompressed(positionMs: number): number {
		const clampedMs = clamp(positionMs, lengthMs);
		const {startMs, startCompressedMs, isRun} = findLast(segments, segment => segment.startMs <= clampedMs);
		const passedMs = clampedMs - startMs;
		return startCompressedMs + (isRun ? passedMs : Math.min(passedMs, idleLimitMs));
	}

	function toRecorded(positionMs: number): number {
		const clampedMs = clamp(positionMs, compressedMs);
		const {startMs, startCompressedMs} = findLast(segments, segment => segment.startCompressedMs <= clampedMs);
		return startMs + (clampedMs - startCompressedMs);
	}

	function heat(columns: number): readonly HeatColumn[] {
		const found = Array.from({length: columns}, () => ({outputBytes: 0, inputBytes: 0, pauseMs: 0, isCut: false}));
		const columnOf = (positionMs: number): number => Math.min(columns - 1, Math.floor(toCompressed(positionMs) / (compressedMs || 1) * columns));
		for (const {fromMs, untilMs, outputBytes, inputBytes} of activity) {
			const touched = found.slice(columnOf(fromMs), columnOf(untilMs) + 1);
			for (const column of touched) {
				column.outputBytes += outputBytes / touched.length;
				column.inputBytes += inputBytes / touched.length;
			}
		}

		for (const {fromMs, untilMs} of listPauses(segments)) {
			const last = columnOf(untilMs);
			for (const [index, column] of found.slice(columnOf(fromMs), last + 1).entries()) {
				column.pauseMs = Math.max(column.pauseMs, untilMs - fromMs);
				column.isCut ||= untilMs - fromMs > idleLimitMs && columnOf(fromMs) + index === last;
			}
		}

		return found;
	}

	return {lengthMs, compressedMs, toCompressed, toRecorded, heat};
}

function layOut({lengthMs, idleLimitMs, activity, gaps, commandsMs = []}: TimelineOptions): readonly Segment[] {
	const edges = [
		{atMs: 0, depth: 0},
		...activity.flatMap(({fromMs, untilMs}) => [{atMs: fromMs, depth: 1}, {atMs: untilMs, depth: -1}]),
		...gaps.flatMap(({fromMs, untilMs}) => [{atMs: fromMs, depth: 0}, {atMs: untilMs, depth: 0}]),
		...commandsMs.map(atMs => ({atMs, depth: 0})),
		{atMs: lengthMs, depth: 0},
	]
		.filter(edge => edge.atMs >= 0 && edge.atMs <= lengthMs)
		.toSorted((a, b) => a.atMs - b.atMs);
	const segments: Segment[] = [];
	let startCompressedMs = 0;
	let previousMs = 0;
	let depth = 0;
	for (const edge of edges) {
		const passedMs = edge.atMs - previousMs;
		startCompressedMs += depth > 0 ? passedMs : Math.min(passedMs, idleLimitMs);
		previousMs = edge.atMs;
		depth += edge.depth;
		if (segments.at(-1)?.startMs === edge.atMs) {
			segments.pop();
		}

		segments.push({startMs: edge.atMs, startCompressedMs, isRun: depth > 0});
	}

	return segments;
}

function clamp(ms: number, mostMs: number): number {
	return Math.max(0, Math.min(mostMs, ms));
}

/** The last segment that fits; the first one always does. */
function findLast(segments: readonly Segment[], isFitting: (segment: Segment) => boolean): Segment {
	let low = 0;
	let high = segments.length;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		const segment = segments[middle];
		if (segment !== undefined && isFitting(segment)) {
			low = middle;
		} else {
			high = middle;
		}
	}

	return segments[low] ?? {startMs: 0, startCompressedMs: 0, isRun: false};
}

function listPauses(segments: readonly Segment[]): ReadonlyArray<{readonly fromMs: number; readonly untilMs: number}> {
	return segments.flatMap((segment, index) => {
		const next = segments[index + 1];
		return next === undefined || segment.isRun ? [] : [{fromMs: segment.startMs, untilMs: next.startMs}];
	});
}
