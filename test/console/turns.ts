import test from 'ava';
import {createTurns} from '../../source/console/turns.ts';

test('beginning a turn ends the one before, and the last one can be ended', t => {
	const turns = createTurns();
	const first = turns.begin();
	t.false(first.aborted);
	const second = turns.begin();
	t.deepEqual([first.aborted, second.aborted], [true, false]);
	turns.end();
	t.true(second.aborted);
});
