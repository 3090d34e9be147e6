import type {Core} from './core.ts';

const mostCodePoints = 16; // The longest emoji sequence in use has 10; a storm of combining marks must not grow a cell.

// The state that passes from character to character: bit 0 says "joined", bits 1–2 are the width, the rest is the table's, 27 bits in all. The four above count what was joined.
const joinedBit = 1;
const tableMask = 0x7_FF_FF_FF;
const countShift = 27;
const plainAscii = 2;

/**
Let no cell hold more than 16 code points: the next one starts a new cell, as it would at the start of a line.

Also makes the state after a break depend on the new character alone, so that printing a cell's text again leads to the same state.
*/
export function limitClusters({unicodeService}: Core): void {
	const lookUp = unicodeService.charProperties.bind(unicodeService);
	unicodeService.charProperties = (codePoint, preceding) => {
		const state = lookUp(codePoint, preceding & tableMask);
		if (state === plainAscii) {
			return state;
		}

		const joined = (preceding >>> countShift) + 1;
		if ((state & joinedBit) === 0 || joined >= mostCodePoints) {
			return lookUp(codePoint, 0);
		}

		return state | (joined << countShift);
	};
}

/** The state after printing a text from a fresh start. */
export function joinText({unicodeService}: Core, text: string): number {
	let state = 0;
	for (const character of text) {
		state = unicodeService.charProperties(character.codePointAt(0) ?? 0, state);
	}

	return state;
}
