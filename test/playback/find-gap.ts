import test from 'ava';
import type {Gap} from '../../source/store/store.ts';
import {findNextGap, findPreviousGap} from '../../source/playback/find-gap.ts';

const gaps: readonly Gap[] = [gap(3000), gap(1000)];

test('the next gap starts after the position, the previous one before it', t => {
	t.is(findNextGap(gaps, 0)?.fromMs, 1000);
	t.is(findNextGap(gaps, 1000)?.fromMs, 3000);
	t.is(findNextGap(gaps, 3000), undefined);
	t.is(findPreviousGap(gaps, 9000)?.fromMs, 3000);
	t.is(findPreviousGap(gaps, 3000)?.fromMs, 1000);
	t.is(findPreviousGap(gaps, 1000), undefined);
});

function gap(fromMs: number): Gap {
	return {kind: 'missing', fromMs, untilMs: fromMs + 10, firstId: 1, lastId: 2, detail: ''};
}
