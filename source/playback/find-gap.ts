import type {Gap} from '../store/store.ts';

/** The first gap that starts after a position; `undefined` when there is none. */
export function findNextGap(gaps: readonly Gap[], positionMs: number): Gap | undefined {
	return gaps.filter(gap => gap.fromMs > positionMs).toSorted(byStart)[0];
}

/** The last gap that starts before a position; `undefined` when there is none. */
export function findPreviousGap(gaps: readonly Gap[], positionMs: number): Gap | undefined {
	return gaps.filter(gap => gap.fromMs < positionMs).toSorted(byStart).at(-1);
}

function byStart(a: Gap, b: Gap): number {
	return a.fromMs - b.fromMs;
}
