import {isWordUnit} from './word-unit.ts';

/** How many pairs the index tells apart. More make it larger; fewer name more blocks that do not have a pair. */
const kinds = 2 ** 20;
/** From here on a word with a digit in it is rare enough to be found by itself: a hash, a year, a number of bytes. */
const tellingLength = 4;

type Word = {
	readonly hash: number;
	readonly length: number;
	readonly hasDigit: boolean;
};

/**
List the pairs of words that stand side by side in a line, with the signs between them, each once, as words for a full-text table.

Words alone find a phrase badly: two frequent ones are together in most blocks, and seldom side by side.

@param words - folded; parted by what is not a letter, a digit or beyond ASCII.
*/
export function listWordPairs(words: string): string {
	const pairs = new Set<number>();
	let before: Word | undefined;
	let hash = 0;
	let length = 0;
	let hasDigit = false;
	let signs = 0;
	for (let index = 0; index <= words.length; index++) {
		const unit = index === words.length ? lineFeed : words.charCodeAt(index); // eslint-disable-line unicorn/prefer-code-point -- The index is of units.
		if (isWordUnit(unit)) {
			hash = Math.imul(hash, 31) + unit;
			length++;
			hasDigit ||= unit <= digitNine;
			continue;
		}

		if (length > 0) {
			const word = {hash, length, hasDigit};
			if (before !== undefined && isIndexed(before, word)) {
				pairs.add(mix(before, signs, word));
			}

			before = word;
			signs = 0;
			hash = 0;
			length = 0;
			hasDigit = false;
		}

		signs = Math.imul(signs, 31) + unit;
		if (unit !== lineFeed) {
			continue;
		}

		before = undefined;
		signs = 0;
	}

	return Array.from(pairs, pair => pair.toString(36)).join(' ');
}

const lineFeed = 0x0A;
const digitNine = 0x39;

/** Numbers beside numbers are clocks and sizes, nearly each another one. */
function isIndexed(first: Word, second: Word): boolean {
	return !(first.hasDigit && second.hasDigit) && [first, second].every(({length, hasDigit}) => !(hasDigit && length >= tellingLength));
}

function mix(first: Word, signs: number, second: Word): number {
	const mixed = Math.imul(first.hash ^ Math.imul(second.hash ^ Math.imul(signs, 0xC2_B2_AE_35), 0x9E_37_79_B1), 0x85_EB_CA_6B);
	return (mixed ^ (mixed >>> 15)) & (kinds - 1);
}
