import type {Note} from '../../../store/note.ts';
import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerState} from '../player-state.ts';
import {seekTo} from '../seek.ts';
import {whereTo} from '../where-to.ts';

/** A note or bookmark with its place. */
export type PlacedNote = Note & {readonly positionMs: number};

/** The bookmarks that were not taken back, the last one said of each position, and the notes that name a position; by position. */
export function listPlacedNotes(notes: readonly Note[]): readonly PlacedNote[] {
	const placed = notes.flatMap((note): readonly PlacedNote[] => note.positionMs === undefined ? [] : [{...note, positionMs: note.positionMs}]);
	const lastSaid = new Map(placed.filter(({kind}) => kind === 'bookmark' || kind === 'unbookmark').map(note => [note.positionMs, note]));
	return [
		...lastSaid.values().filter(({kind}) => kind === 'bookmark'),
		...placed.filter(({kind}) => kind === 'note'),
	].toSorted((a, b) => a.positionMs - b.positionMs);
}

/** To the next or previous bookmark. */
export function goToBookmark(player: PlayerState, direction: 1 | -1): Outcome {
	const marks = listPlacedNotes(player.notes).filter(({kind}) => kind === 'bookmark');
	const hereMs = whereTo(player);
	const mark = direction === 1 ? marks.find(({positionMs}) => positionMs > hereMs) : marks.findLast(({positionMs}) => positionMs < hereMs);
	if (mark !== undefined) {
		return seekTo(player, mark.positionMs);
	}

	return {...unchanged(player), notice: marks.length === 0 ? nameKey => `No bookmark in this recording: ${nameKey('bookmark.add')} sets one.` : (direction === 1 ? 'That was the last bookmark.' : 'That was the first bookmark.')};
}
