import test from 'ava';
import fc from 'fast-check';
import {followCursor} from '../../../source/console/player/pan.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const recorded = {columns: 200, rows: 60};
const visible = {columns: 80, rows: 20};

function follow(pan: readonly [number, number], cursor: readonly [number, number], isVisible = true) {
	const {column, row} = followCursor({column: pan[0], row: pan[1]}, {column: cursor[0], row: cursor[1], isVisible}, {recorded, visible});
	return [column, row];
}

test('a cursor inside the margins moves nothing', t => {
	t.deepEqual(follow([40, 10], [100, 20]), [40, 10]);
});

test('a cursor near the right edge moves the view by half a pane', t => {
	t.deepEqual(follow([0, 0], [72, 10]), [40, 0]);
	t.deepEqual(follow([0, 0], [71, 10]), [0, 0]);
});

test('a cursor near the lower edge moves the view by half a pane', t => {
	t.deepEqual(follow([0, 0], [40, 18]), [0, 10]);
});

test('a cursor far away moves it as often as needed', t => {
	t.deepEqual(follow([0, 0], [199, 59]), [120, 40]);
	t.deepEqual(follow([120, 40], [0, 0]), [0, 0]);
});

test('a hidden cursor moves nothing', t => {
	t.deepEqual(follow([40, 10], [199, 59], false), [40, 10]);
});

test('a view beyond the recorded screen comes back', t => {
	t.deepEqual(follow([190, 50], [150, 50], false), [120, 40]);
});

test('the cursor is always in view, and the view on the screen', t => {
	const sizes = fc.record({columns: fc.integer({min: 1, max: 300}), rows: fc.integer({min: 1, max: 100})});
	const property = fc.property(sizes, sizes, fc.nat(400), fc.nat(400), fc.nat(299), fc.nat(99), (screen, pane, panColumn, panRow, cursorColumn, cursorRow) => {
		const cursor = {column: Math.min(cursorColumn, screen.columns - 1), row: Math.min(cursorRow, screen.rows - 1), isVisible: true};
		const {column, row} = followCursor({column: panColumn, row: panRow}, cursor, {recorded: screen, visible: pane});
		return column >= 0 && row >= 0
			&& column <= Math.max(0, screen.columns - pane.columns) && row <= Math.max(0, screen.rows - pane.rows)
			&& cursor.column >= column && cursor.column < column + pane.columns
			&& cursor.row >= row && cursor.row < row + pane.rows;
	});
	checkProperty(t, property);
});
