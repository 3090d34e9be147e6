import test from 'ava';
import {defaultStyle} from '../../../source/console/pane/default-style.ts';
import {invertCells} from '../../../source/console/pane/invert-cells.ts';
import type {Span} from '../../../source/terminal/screen.ts';

const row: readonly Span[] = [
	{column: 0, columns: 4, text: 'abcd', style: defaultStyle},
	{column: 4, columns: 2, text: '語', style: defaultStyle},
	{column: 6, columns: 2, text: 'ef', style: {...defaultStyle, isInverse: true}},
];

/** Inverse text in brackets. */
function invert(from: number, to: number): string {
	return invertCells(row, from, to).map(({text, style}) => style.isInverse ? `[${text}]` : text).join('');
}

const cases: ReadonlyArray<readonly [from: number, to: number, drawn: string]> = [
	[1, 3, 'a[bc]d語[ef]'],
	[3, 5, 'abc[d][語][ef]'],
	[5, 6, 'abcd[語][ef]'],
	[0, 8, '[abcd][語]ef'],
	[6, 7, 'abcd語e[f]'],
	[7, 10, 'abcd語[e]f[  ]'],
	[10, 12, 'abcd語[ef][  ]'],
	[2, 2, 'abcd語[ef]'],
];
for (const [from, to, drawn] of cases) {
	test(`cells ${from} to ${to} of a row are drawn inverse: ${drawn}`, t => {
		t.is(invert(from, to), drawn);
	});
}
