import {printText} from '../../store/query/print-text.ts';
import type {TextPattern} from '../../store/query/query.ts';
import {CostlyPattern, runCapped} from '../../store/query/run-capped.ts';
import {createTextMatcher} from '../../store/query/text-matcher.ts';
import type {TextRange} from '../../store/query/text-range.ts';
import {showControls} from '../../terminal/show-controls.ts';

/** Looks for patterns in what a person is shown. */
export type LineMarker = {
	/** Of each line where the patterns are found: those of the first pattern, then those of the next. */
	readonly find: (lines: readonly string[], patterns: readonly TextPattern[]) => ReadonlyArray<readonly TextRange[]>;
};

/** Keys wait while a screen is looked through: with more than this a person feels it. */
const capMs = 50;

/**
Make what marks the lines of one screen after the other, without ever being held up by a regular expression.

One that takes too long is not looked for any more, until other patterns are asked for. It has a second try at once, for a busy machine can hold up an innocent one.

@param onCostly - told once of each that is given up.
*/
export function createLineMarker(onCostly: (message: string) => void): LineMarker {
	const givenUp = new Set<string>();
	let askedBefore = '';

	function findRegexes(lines: readonly string[], patterns: readonly TextPattern[], found: Found): void {
		let suspect: TextPattern | undefined;
		for (;;) {
			const stopped = lookCapped(lines, patterns.filter(pattern => !found.has(pattern) && !givenUp.has(JSON.stringify(pattern))), found);
			if (stopped === undefined) {
				return;
			}

			if (stopped === suspect) {
				givenUp.add(JSON.stringify(stopped));
				onCostly(`${showControls(printText(stopped, {isValue: false}))} is too costly to mark here.`);
			}

			suspect = stopped;
		}
	}

	return {
		find(lines, patterns) {
			const asked = JSON.stringify(patterns);
			if (asked !== askedBefore) {
				askedBefore = asked;
				givenUp.clear();
			}

			const found: Found = new Map();
			look(lines, patterns.filter(({type}) => type !== 'regex'), found);
			findRegexes(lines, patterns.filter(({type}) => type === 'regex'), found);
			return lines.map((_, line) => patterns.flatMap(pattern => found.get(pattern)?.[line] ?? []));
		},
	};
}

/** Of a pattern what is found in each line. */
type Found = Map<TextPattern, ReadonlyArray<readonly TextRange[]>>;

function look(lines: readonly string[], patterns: Iterable<TextPattern>, found: Found): void {
	for (const pattern of patterns) {
		const {find} = createTextMatcher(pattern);
		found.set(pattern, lines.map(line => find(line)));
	}
}

/** Returns the pattern at which looking was stopped. */
function lookCapped(lines: readonly string[], patterns: readonly TextPattern[], found: Found): TextPattern | undefined {
	if (patterns.length === 0) {
		return undefined;
	}

	try {
		runCapped(capMs, () => {
			look(lines, patterns, found);
		});
		return undefined;
	} catch (error) {
		if (error instanceof CostlyPattern) {
			return patterns.find(pattern => !found.has(pattern));
		}

		throw error;
	}
}
