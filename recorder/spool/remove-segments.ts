import {rmSync} from 'node:fs';

/** Remove segments, the oldest first: what is left of a recording is always its end. */
export function removeSegments(segments: Set<number>, isDone: (segment: number) => boolean, locate: (segment: number) => string): void {
	for (const segment of [...segments].filter(each => isDone(each)).toSorted((a, b) => a - b)) {
		rmSync(locate(segment), {force: true});
		segments.delete(segment);
	}
}
