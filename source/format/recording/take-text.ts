import {escapedSizes} from './escape.ts';
import {measureSequence} from './utf8.ts';

/** What is left for a run of characters; `takeText` draws on it. */
export type TextBudget = {
	leftBytes: number;
	/** Characters of the run so far. */
	characters: number;
	/** The count that needs one digit more: 1, 10, 100 and so on. */
	nextDigitAt: number;
};

/**
Take valid characters of `data` from `offset` on, as many as the budget pays for: their bytes once escaped, and one byte whenever the count gains a digit.

@returns Where it stopped: at the end, at bytes that are no whole valid character, or at a character that costs too much.
*/
export function takeText(data: Uint8Array, offset: number, budget: TextBudget): number {
	let end = offset;
	let previous = -1;
	while (end < data.length && end > previous) {
		previous = end;
		end = isPlain(data[end]) && budget.characters + 1 < budget.nextDigitAt ? takePlain(data, end, budget) : takeCharacter(data, end, budget);
	}

	return end;
}

/** Take ASCII up to the next digit of the count: one subtraction a byte, which is what most of a recording costs. */
function takePlain(data: Uint8Array, offset: number, budget: TextBudget): number {
	const stop = Math.min(data.length, offset + budget.nextDigitAt - 1 - budget.characters);
	let {leftBytes} = budget;
	let end = offset;
	while (end < stop) {
		const costBytes = plainSizes[data[end] ?? 0] ?? 0;
		if (costBytes === 0 || costBytes > leftBytes) {
			break;
		}

		leftBytes -= costBytes;
		end++;
	}

	budget.leftBytes = leftBytes;
	budget.characters += end - offset;
	return end;
}

function takeCharacter(data: Uint8Array, offset: number, budget: TextBudget): number {
	const sizeBytes = measureSequence(data, offset);
	const doesGainDigit = budget.characters + 1 === budget.nextDigitAt;
	const costBytes = (sizeBytes === 1 ? escapedSizes[data[offset] ?? 0] ?? 0 : sizeBytes) + (doesGainDigit ? 1 : 0);
	if (sizeBytes <= 0 || costBytes > budget.leftBytes) {
		return offset;
	}

	budget.leftBytes -= costBytes;
	budget.characters++;
	budget.nextDigitAt = doesGainDigit ? budget.nextDigitAt * 10 : budget.nextDigitAt;
	return offset + sizeBytes;
}

function isPlain(byte: number | undefined): boolean {
	return byte !== undefined && byte < 0x80;
}

/** As `escapedSizes`, 0 where a byte is no character by itself. */
const plainSizes = escapedSizes.map((size, byte) => byte < 0x80 ? size : 0);
