import type {Note} from '../../store/note.ts';

/** What became of notes. */
export type NoteAction =
	| {readonly type: 'notesGiven'; readonly notes: readonly NewNote[]}
	/** The store has them now. */
	| {readonly type: 'noted'; readonly notes: readonly Note[]};

/** A note before the store has it: who says it, and when, are added then. */
export type NewNote = Pick<Note, 'kind' | 'positionMs' | 'text'> & {
	/** Of the recording. */
	readonly address: string;
};
