import {removeSegments} from '../spool/remove-segments.ts';
import {locateSegment, parseSpoolWriter} from '../spool/spool-file.ts';
import type {SpoolFile, SpoolWriter} from '../spool/spool-file.ts';
import type {Begun} from './begun.ts';
import type {Place} from './checkpoint.ts';
import type {Cursor, CursorSource} from './cursor.ts';
import type {Cut, RecordingState} from './state.ts';

/** A recording that is in the spool: its files, what is settled about it, and how far each writer has come. */
export type Followed = {
	readonly recording: string;
	readonly userId: number;
	readonly writer: SpoolWriter;
	readonly segments: Set<number>;
	/** By the writer's name. */
	readonly cursors: Map<string, Cursor>;
	/** Where messages were finished by the clock. */
	readonly cuts: Map<string, Cut>;
	/** The recorder's process has ended. */
	isDead: boolean;
	/** Once settled, its first frame being read. */
	begun: Begun | undefined;
};

export function createFollowed({userId, recording}: Omit<SpoolFile, 'segment'>): Followed {
	return {recording, userId, writer: parseSpoolWriter(recording), segments: new Set(), cursors: new Map(), cuts: new Map(), isDead: false, begun: undefined};
}

export function addCut(followed: Followed, [segment, offset]: Cut): void {
	followed.cuts.set(`${segment}:${offset}`, [segment, offset]);
}

/** What is saved of it; nothing before it is settled. */
export function describeRecording(followed: Followed): RecordingState | undefined {
	const {recording, begun} = followed;
	return begun === undefined ? undefined : {recording, begun, cuts: remainingCuts(followed), cursors: Object.fromEntries(followed.cursors.entries().map(([name, cursor]) => [name, cursor.acknowledged()]))};
}

/** Remove the segments that every writer has, as it was saved a moment ago. `all`: the recording is over. */
export function removeDelivered(followed: Followed, spool: string): 'all' | 'some' {
	const checkpoints = followed.cursors.values().map(cursor => cursor.acknowledged()).toArray();
	if (checkpoints.length === 0) {
		return 'some';
	}

	const isEnded = checkpoints.every(checkpoint => checkpoint.isEnded);
	const neededFrom = Math.min(...checkpoints.map(({place}) => place.segment));
	removeSegments(followed.segments, segment => isEnded || segment < neededFrom, segment => locateSegment(spool, {...followed, segment}));
	return isEnded ? 'all' : 'some';
}

/** Cuts that a cursor may still come to. */
function remainingCuts({cuts, cursors}: Followed): Cut[] {
	const places = cursors.values().map(cursor => cursor.acknowledged().place).toArray();
	return cuts.values().filter(([segment, offset]) => places.some(place => comparePlaces(place, {segment, offset}) <= 0)).toArray();
}

/** What a cursor of this recording reads. */
export function describeSource(followed: Followed, begun: Begun, spool: string): CursorSource {
	return {
		begun,
		isCut: ({segment, offset}) => followed.cuts.has(`${segment}:${offset}`),
		locate: segment => locateSegment(spool, {...followed, segment}),
		nextSegment: segment => smallest([...followed.segments].filter(other => other > segment)),
		isDead: () => followed.isDead,
	};
}

export function firstSegment({segments}: Followed): number | undefined {
	return smallest([...segments]);
}

/** The place that the furthest cursor has come to. */
export function furthestPlace({cursors}: Followed): Place | undefined {
	return cursors.values().map(cursor => cursor.place()).toArray().toSorted(comparePlaces).at(-1);
}

type Spot = Pick<Place, 'segment' | 'offset'>;

export function comparePlaces(a: Spot, b: Spot): number {
	return a.segment - b.segment || a.offset - b.offset;
}

function smallest(numbers: readonly number[]): number | undefined {
	return numbers.length === 0 ? undefined : Math.min(...numbers);
}
