import type {NewNote} from './note-action.ts';

/** What notes ask of the world. */
export type NoteEffect = {readonly type: 'addNotes'; readonly notes: readonly NewNote[]};
