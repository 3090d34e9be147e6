import type {Hint} from '../hints.ts';

/** What the keys do while the filter is typed. */
export const editHints: readonly Hint[] = [['input.accept', 'filter'], ['app.cancel', 'as before'], ['input.complete', 'complete'], ['input.older', 'earlier filters']];
