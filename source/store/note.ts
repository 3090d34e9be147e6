import type {SessionKey} from './session.ts';

/** What somebody said of a recording. Notes are added and never changed or removed: `untag` and `unbookmark` take back by saying so. */
export type Note = SessionKey & {
	/** Epoch milliseconds. */
	readonly at: number;
	/** Who says it: login name. */
	readonly who: string;
	readonly kind: 'tag' | 'untag' | 'note' | 'bookmark' | 'unbookmark';
	/** Where in the recording; `undefined` means all of it. `unbookmark` names the position of the bookmark. */
	readonly positionMs: number | undefined;
	/** The tag's name, or the note's or bookmark's words. */
	readonly text: string;
};

/** What stands after all that was taken back. */
export type NoteSummary = {
	/** In the order of the alphabet. */
	readonly tags: readonly string[];
	/** Notes, and positions with a bookmark. */
	readonly noteCount: number;
};

/** Find what stands; `notes` are all of one recording, in the order they were added. */
export function summarizeNotes(notes: readonly Note[]): NoteSummary {
	const tags = new Set<string>();
	const bookmarks = new Set<number | undefined>();
	for (const note of notes) {
		obey(note, tags, bookmarks);
	}

	return {tags: [...tags].toSorted(), noteCount: notes.filter(note => note.kind === 'note').length + bookmarks.size};
}

function obey({kind, text, positionMs}: Note, tags: Set<string>, bookmarks: Set<number | undefined>): void {
	switch (kind) {
		case 'tag': {
			tags.add(text);
			break;
		}

		case 'untag': {
			tags.delete(text);
			break;
		}

		case 'bookmark': {
			bookmarks.add(positionMs);
			break;
		}

		case 'unbookmark': {
			bookmarks.delete(positionMs);
			break;
		}

		case 'note': {
			break;
		}
	}
}
