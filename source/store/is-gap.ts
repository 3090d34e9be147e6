import type {Gap} from './session-index.ts';

/** True where something is missing or wrong in the recording itself: hidden text is a moment to look at, all of it is there. */
export function isGap({kind}: Gap): boolean {
	return kind !== 'hidden';
}
