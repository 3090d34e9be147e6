import {statSync} from 'node:fs';
import {locateSegment} from '../spool/spool-file.ts';
import type {Followed} from './followed.ts';

/** Bytes of the spool that a writer's other side does not have yet. */
export function measureBehind(spool: string, recordings: readonly Followed[], writer: string): number {
	return recordings.reduce((sum, followed) => sum + measureOne(spool, followed, writer), 0);
}

function measureOne(spool: string, followed: Followed, writer: string): number {
	const checkpoint = followed.cursors.get(writer)?.acknowledged();
	if (checkpoint?.isEnded) {
		return 0;
	}

	const {segment: from = 0, offset = 0} = checkpoint?.place ?? {};
	const sizes = [...followed.segments].filter(segment => segment >= from).map(segment => statSync(locateSegment(spool, {...followed, segment}), {throwIfNoEntry: false})?.size ?? 0);
	return Math.max(0, sizes.reduce((sum, size) => sum + size, 0) - offset);
}
