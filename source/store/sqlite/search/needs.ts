import {fold, foldWords} from '../../query/fold.ts';
import {makePattern} from '../../query/pattern.ts';
import type {TextPattern} from '../../query/query.ts';
import {listRegexLiterals} from '../../query/regex-literals.ts';
import {foldForIndex, longestWord} from '../seen/index-text.ts';

/** What a block must hold so that a pattern may be found in it: all of these. With nothing in it, any block may. */
export type Needs = {
	/** Whole words. */
	readonly words: readonly string[];
	/** Starts of words. */
	readonly prefixes: readonly string[];
	/** Two whole words side by side, with the signs between them. */
	readonly pairs: readonly string[];
	/** Texts anywhere, folded for the index, three characters or more. */
	readonly parts: readonly string[];
	/** A word like this one. */
	readonly similar: readonly string[];
	/** A block that holds all of these holds a match: no text need be read to know that. */
	readonly isEnough: boolean;
};

/** Find what to ask of the index. */
export function findNeeds(pattern: TextPattern): Needs {
	switch (pattern.type) {
		case 'word': {
			const parts = makePattern(pattern);
			const needs = needRuns(listRuns(parts), {isEndBound: false});
			return {...needs, isEnough: needs.isEnough && parts.every(part => part.type === 'literal')};
		}

		case 'phrase': {
			// A line feed is a blank as any other; lines, which the index folds, have none.
			const text = foldForIndex(pattern.text.replaceAll('\n', ' ')).trim();
			return needRuns([{text, isStartBound: true}], {isEndBound: true});
		}

		case 'fuzzy': {
			return {...none, similar: foldWords(pattern.text)};
		}

		case 'regex': {
			const parts = listRegexLiterals(pattern.source, pattern.isIgnoringCase).map(literal => foldForIndex(literal));
			return {...none, parts: parts.filter(part => isLong(part))};
		}
	}
}

/** The longest text without blanks that a folded line must hold, to leave out lines soon; `undefined` when none is sure. */
export function findLongestNeed({words, prefixes, parts}: Needs): string | undefined {
	return [...words, ...prefixes, ...parts.flatMap(part => part.split(' '))].toSorted((a, b) => b.length - a.length).find(text => text !== '');
}

const none: Needs = {words: [], prefixes: [], pairs: [], parts: [], similar: [], isEnough: false};

type Run = {readonly text: string; readonly isStartBound: boolean};

/** The texts between wildcards. The first one begins a word, unless a wildcard stands before it. */
function listRuns(parts: ReturnType<typeof makePattern>): readonly Run[] {
	const runs: Run[] = [];
	let isStartBound = true;
	let text = '';
	for (const part of [...parts, {type: 'any' as const}]) {
		if (part.type === 'literal') {
			text += part.text;
			continue;
		}

		runs.push({text: foldForIndex(text), isStartBound});
		text = '';
		isStartBound = false;
	}

	return runs.filter(run => run.text !== '');
}

function needRuns(runs: readonly Run[], {isEndBound}: {readonly isEndBound: boolean}): Needs {
	const words: string[] = [];
	const prefixes: string[] = [];
	const pairs: string[] = [];
	for (const run of runs) {
		let beforeIndex: number | undefined;
		for (const {0: word, index} of run.text.matchAll(/[\p{Letter}\p{Number}]+/gv)) {
			const isBegun = index > 0 || run.isStartBound;
			const isEnded = index + word.length < run.text.length || isEndBound;
			const isWhole = isBegun && isEnded && word.length <= longestWord;
			if (isBegun) {
				(isWhole ? words : prefixes).push(takeStart(word));
			}

			if (isWhole && beforeIndex !== undefined) {
				pairs.push(run.text.slice(beforeIndex, index + word.length));
			}

			beforeIndex = isWhole ? index : undefined;
		}
	}

	// One word says it all; else the signs between words tell more.
	const isOneWord = runs.length === 1 && runs[0]?.text === [...words, ...prefixes].join('');
	const isCut = [...words, ...prefixes].some(word => word.length === longestWord);
	return {words, prefixes, pairs, parts: isOneWord ? [] : runs.map(run => run.text).filter(part => isLong(part)), similar: [], isEnough: isOneWord && !isCut};
}

/** As much of a word as the index has for sure, in whole characters. */
function takeStart(word: string): string {
	const start = word.slice(0, longestWord);
	return start.isWellFormed() ? start : start.slice(0, -1);
}

function isLong(text: string): boolean {
	return [...fold(text)].length >= 3;
}
