import type {Playback} from '../../playback/playback.ts';
import type {Recording, ScreenFacts} from './player-state.ts';

/** What the player's state must know of the recording. */
export function readRecording({lengthMs, gaps, activity, resizes}: Playback): Recording {
	return {lengthMs, gaps, activity, resizes};
}

export function readFacts({emulator}: Playback): ScreenFacts {
	return {columns: emulator.columns, rows: emulator.rows, cursor: emulator.readCursor()};
}
