import test from 'ava';
import type {Effect} from '../../source/console/effect.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {makeAuditState, mondayNoon} from '../helpers/audit-day.ts';
import {matchFrames} from '../helpers/match-frame.ts';
import {pressKeys} from '../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});

function fail(state: State, now = mondayNoon + 14_000): ReturnType<typeof update> {
	return update(state, {type: 'checkFailed', message: 'database is locked', goodAt: mondayNoon - 2000, now});
}

function retryOf(effects: readonly Effect[]): number | undefined {
	return effects.flatMap(effect => effect.type === 'after' && effect.name === 'retry' ? [effect.delayMs] : [])[0];
}

test('a store that fails is told over the rows, which stay', matchFrames, 'store-gone', size => fail({...list, size}).state);

test('it is tried again after 1 2 4 8 16 30 30 s', t => {
	let state = list;
	const delays: Array<number | undefined> = [];
	for (let attempt = 0; attempt < 7; attempt++) {
		const failed = fail(state);
		state = failed.state;
		delays.push(retryOf(failed.effects));
	}

	t.deepEqual(delays, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('when its time comes the store is asked, and `r` asks at once', t => {
	t.true(update(fail(list).state, {type: 'retryDue'}).effects.some(effect => effect.type === 'list'));
	t.true(pressKeys(fail(list).state, 'r').effects.some(effect => effect.type === 'list'));
});

test('when it answers again the box goes, and says so', t => {
	const {state, effects} = update(fail(list).state, {type: 'unchanged', now: mondayNoon + 20_000});
	t.is(state.overlay, undefined);
	t.is(state.retry, undefined);
	t.is(state.notice?.text, 'The store answers again.');
	t.true(effects.some(effect => effect.type === 'forget' && effect.name === 'retry'));
});

test('a closed box stays closed while the store keeps failing', t => {
	const closed = pressKeys(fail(list).state, 'q').state;
	t.is(closed.overlay, undefined);
	t.is(fail(closed).state.overlay, undefined);
});

test('who types or reads something else is not interrupted', t => {
	t.is(fail(pressKeys(list, '/').state).state.overlay, undefined);
	t.is(fail(pressKeys(list, '?').state).state.overlay?.type, 'help');
});
