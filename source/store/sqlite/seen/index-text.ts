import {fold} from '../../query/fold.ts';

/** Longer words are found by their start. */
export const longestWord = 64;

/**
The form of a text in which the index knows it: folded, and each run of blanks one blank.

Folding a part gives a part of the folded whole, so that what a pattern must contain can be asked of the index.
*/
export function foldForIndex(text: string): string {
	return fold(text).replaceAll(/[^\S\n]+/gv, ' ');
}

/** The different words of a text folded for the index: runs of letters and digits. */
export function listWords(folded: string): string[] {
	return [...new Set(Array.from(folded.matchAll(/[\p{Letter}\p{Number}]+/gv), ([word]) => word.slice(0, longestWord)))];
}
