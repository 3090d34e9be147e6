import {fold} from './fold.ts';
import {makePattern} from './pattern.ts';
import type {PlainPattern} from './pattern.ts';
import {anyOne, GlobSearch} from './glob-search.ts';
import type {Glob} from './glob-search.ts';
import type {TextRange} from './text-range.ts';

/** Look for a word or a phrase in folded text. Takes at most text × pattern steps, whatever both are. */
export function createGlobFinder(pattern: PlainPattern): (folded: string) => Iterable<TextRange> {
	const glob = pattern.type === 'word' ? makeWordGlob(pattern) : makePhraseGlob(pattern.text);
	if (glob.segments.every(pieces => pieces.length === 0)) {
		return glob.isStartFree ? findRuns : () => [];
	}

	return function * (folded) {
		const search = new GlobSearch(glob, folded);
		for (let at = search.findStart(0); at !== -1;) {
			const to = search.matchAt(at);
			if (to === -1) {
				at = search.findStart(at + 1);
			} else {
				yield {from: at, to};
				at = search.findStart(to);
			}
		}
	};
}

function makeWordGlob(pattern: PlainPattern): Glob {
	const segments: Array<Array<string | typeof anyOne>> = [[]];
	const parts = makePattern(pattern);
	for (const part of parts) {
		if (part.type === 'any') {
			segments.push([]);
		} else if (part.type === 'one' || part.text !== '') {
			segments.at(-1)?.push(part.type === 'one' ? anyOne : part.text);
		}
	}

	const isStartFree = parts[0]?.type === 'any';
	return {segments: segments.filter(segment => segment.length > 0), joint: 'any', isStartFree, isEndFree: true};
}

function makePhraseGlob(text: string): Glob {
	const words = fold(text).split(/\s+/v).filter(word => word !== '');
	return {segments: words.map(word => [word]), joint: 'blanks', isStartFree: false, isEndFree: false};
}

function * findRuns(folded: string): Iterable<TextRange> {
	for (const {index, 0: run} of folded.matchAll(/\S+/gv)) {
		yield {from: index, to: index + run.length};
	}
}
