import {fold} from '../../query/fold.ts';

/** Longer words are found by their start. */
export const longestWord = 64;

/**
The form of a text in which the index knows it: folded, each run of blanks one blank, and a final sigma as any other.

Folding a part gives a part of the folded whole, so that what a pattern must contain can be asked of the index.
*/
export function foldForIndex(text: string): string {
	// Nearly all is ASCII, where folding is lower case only.
	const folded = /^\p{ASCII}*$/v.test(text) ? text.toLowerCase() : fold(text).replaceAll('ς', 'σ');
	return folded.replaceAll(/[^\S\n]+/gv, ' ');
}

/** The different words of a text folded for the index: runs of letters and digits. */
export function listWords(folded: string): string[] {
	return [...new Set(folded.match(/[\p{Letter}\p{Number}]+/gv))].map(word => word.slice(0, longestWord));
}
