import test from 'ava';
import fc from 'fast-check';
import {compareLines} from '../../source/index/compare-lines.ts';

const screens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 8});

test('what remains is the same before and after', t => {
	fc.assert(fc.property(screens, screens, (before, lines) => {
		const {added, removed} = compareLines(before, lines);
		const kept = before.filter((_, index) => removed.every(({from, until}) => !(index >= from && index < until)));
		t.deepEqual(kept, lines.filter((_, index) => index < added.from || index >= added.until));
	}));
});

test('a screen that moves up changes at its ends only', t => {
	t.deepEqual(compareLines(['a', 'b', 'c'], ['b', 'c', 'd']), {added: {from: 2, until: 3}, removed: [{from: 0, until: 1}, {from: 3, until: 3}]});
});

test('a status line below what moves stays', t => {
	t.deepEqual(compareLines(['a', 'b', 'c', 'status'], ['a', 'x', 'c', 'status']), {added: {from: 1, until: 2}, removed: [{from: 0, until: 0}, {from: 1, until: 2}]});
});
