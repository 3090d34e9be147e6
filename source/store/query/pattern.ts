import {fold} from './fold.ts';
import type {TextPattern} from './query.ts';

/** A folded text with wildcards: `*` any run of characters, `?` one character, everything else stands for itself. */
export type Pattern = ReadonlyArray<{readonly type: 'literal'; readonly text: string} | {readonly type: 'any'} | {readonly type: 'one'}>;

/** What has wildcards, or is meant as written. */
export type PlainPattern = Extract<TextPattern, {readonly type: 'word' | 'phrase'}>;

/** Wildcards are found before folding: a full-width asterisk folds to `*` but is none. */
export function makePattern({type, text}: PlainPattern): Pattern {
	if (type === 'phrase') {
		return [{type: 'literal', text: fold(text)}];
	}

	return text.matchAll(/\\(?<escaped>[*?\\])|(?<wildcard>[*?])|(?<plain>[^*?\\]+|\\)/gv)
		.map(({groups}): Pattern[number] => {
			if (groups?.wildcard !== undefined) {
				return {type: groups.wildcard === '*' ? 'any' : 'one'};
			}

			return {type: 'literal', text: fold(groups?.escaped ?? groups?.plain ?? '')};
		})
		.toArray();
}

/** What a bare word looks for in a name: the word anywhere in it; a quoted one is the whole name. */
export function makeWordPattern(pattern: PlainPattern): Pattern {
	return pattern.type === 'phrase' ? makePattern(pattern) : [{type: 'any'}, ...makePattern(pattern), {type: 'any'}];
}

/** True when the whole folded text fits. Takes at most text × pattern steps, whatever the pattern. */
export function isMatch(pattern: Pattern, folded: string): boolean {
	const steps = pattern.flatMap<string | symbol>(part => part.type === 'literal' ? [...part.text] : [part.type === 'any' ? anyRun : anyOne]);
	const letters = [...folded];
	let at = 0;
	let step = 0;
	let retryStep = -1;
	let retryAt = 0;
	while (at < letters.length) {
		const wanted = steps[step];
		if (wanted === anyRun) {
			retryStep = step++;
			retryAt = at;
		} else if (wanted === anyOne || (wanted !== undefined && wanted === letters[at])) {
			step++;
			at++;
		} else if (retryStep === -1) {
			return false;
		} else {
			step = retryStep + 1;
			at = ++retryAt;
		}
	}

	return steps.slice(step).every(wanted => wanted === anyRun);
}

const anyRun = Symbol('any run of characters');
const anyOne = Symbol('any one character');
