import type {TextRange} from '../../store/query/text-range.ts';
import type {Span} from '../../terminal/screen.ts';
import type {CellRange} from './cell-range.ts';
import type {Picture} from './picture.ts';
import {hasCellPerCharacter} from './span-cells.ts';

/** A unit of a line's text, and the cells that show it. */
type Unit = CellRange;

/** For each UTF-16 unit of the text the cells that it has. */
type Line = {readonly text: string; readonly units: readonly Unit[]};

/**
Where something stands on a recorded screen. A line that goes on in the next row is searched as one.

@param picture - the screen.
@param findInLines - asked once with all lines, tells what is found in each.
@returns The cells of each match, one range for each row that it touches.
*/
export function findMatches(picture: Picture, findInLines: (texts: readonly string[]) => ReadonlyArray<readonly TextRange[]>): readonly CellRange[] {
	const {spans, wrapped, columns} = picture;
	const lines: Line[] = [];
	for (let first = 0, next = 1; first < spans.length; first = next, next++) {
		while (wrapped[next] === true) {
			next++;
		}

		lines.push(joinRows(spans.slice(first, next), first, columns));
	}

	const found = findInLines(lines.map(({text}) => text));
	return lines.flatMap(({units}, line) => (found[line] ?? []).flatMap(({from, to}) => joinUnits(units.slice(from, to))));
}

/** Rows that make one line. */
function joinRows(rows: ReadonlyArray<readonly Span[]>, firstRow: number, columns: number): Line {
	let text = '';
	const units: Unit[] = [];
	for (const [index, spans] of rows.entries()) {
		const row = firstRow + index;
		for (const span of spans) {
			text += span.text;
			units.push(...listUnits(span, row));
		}

		const last = spans.at(-1);
		const end = last === undefined ? 0 : last.column + last.columns;
		// A wide character that did not fit at the end of the row left one cell empty that is no blank.
		const next = rows[index + 1]?.[0];
		const isLeft = end === columns - 1 && next?.column === 0 && !hasCellPerCharacter(next);
		if (index < rows.length - 1 && !isLeft) {
			for (let column = end; column < columns; column++) {
				text += ' ';
				units.push({row, from: column, to: column + 1});
			}
		}
	}

	return {text, units};
}

function listUnits(span: Span, row: number): readonly Unit[] {
	if (!hasCellPerCharacter(span)) {
		return Array.from({length: span.text.length}, () => ({row, from: span.column, to: span.column + span.columns}));
	}

	return [...span.text].flatMap((character, index) => {
		const column = span.column + index;
		return Array.from({length: character.length}, () => ({row, from: column, to: column + 1}));
	});
}

/** Neighbours as one range a row. */
function joinUnits(units: readonly Unit[]): readonly CellRange[] {
	const ranges: CellRange[] = [];
	for (const unit of units) {
		const last = ranges.at(-1);
		if (last?.row === unit.row) {
			ranges[ranges.length - 1] = {...last, to: unit.to};
		} else {
			ranges.push(unit);
		}
	}

	return ranges;
}
