import {parsePosition} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';

/**
Where playing starts: `--at` wins over the address; neither is the start.

@returns Milliseconds, inside the recording.
*/
export function readStartPosition(at: string | undefined, position: number | 'end' | undefined, {lengthMs}: Session): number {
	const wanted = at === undefined ? position ?? 0 : parsePosition(at);
	return wanted === 'end' ? lengthMs : Math.min(wanted, lengthMs);
}
