/** What to write in place of a word, and what it is. */
export type Answer = readonly [text: string, help: string];
