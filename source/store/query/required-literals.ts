import {fold, foldWords} from './fold.ts';
import {countEdits} from './measure-distance.ts';
import {makePattern} from './pattern.ts';
import type {PlainPattern} from './pattern.ts';
import type {TextPattern} from './query.ts';
import {listRegexLiterals} from './regex-literals.ts';

/** Shorter ones are in nearly every line. */
const minimumCharacters = 3;

/**
List texts that the folded form of a line must contain for the pattern to be found in it: with them a store passes over most lines.

@returns Folded texts of at least 3 characters; none when the pattern asks for none.
*/
export function listRequiredLiterals(pattern: TextPattern): readonly string[] {
	return [...new Set(listLiterals(pattern).filter(literal => [...literal].length >= minimumCharacters))];
}

function listLiterals(pattern: TextPattern): readonly string[] {
	switch (pattern.type) {
		case 'word': {
			return listWordLiterals(pattern);
		}

		case 'phrase': {
			return fold(pattern.text).split(/\s+/v);
		}

		case 'fuzzy': {
			return foldWords(pattern.text).filter(word => countEdits(word) === 0);
		}

		case 'regex': {
			return listRegexLiterals(pattern.source, pattern.isIgnoringCase).map(literal => fold(literal));
		}
	}
}

/** What stands between the wildcards. */
function listWordLiterals(pattern: PlainPattern): readonly string[] {
	const literals = [''];
	for (const part of makePattern(pattern)) {
		if (part.type === 'literal') {
			literals.push(`${literals.pop() ?? ''}${part.text}`);
		} else {
			literals.push('');
		}
	}

	return literals;
}
