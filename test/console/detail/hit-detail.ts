import test from 'ava';
import {drawState} from '../../helpers/draw.ts';
import {makeHitsState} from '../../helpers/hits-day.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const found = makeHitsState({columns: 80, rows: 24});

test('d tells of the chosen hit: the whole line, what was looked for, and when it was shown', async t => {
	const page = await drawState(pressKeys(found, 'd').state);
	t.regex(page, /Event 3 of 4/v);
	t.regex(page, /Shown +nginx: configuration file \/etc\/nginx\/nginx\.conf test failed$/mv);
	t.regex(page, /Found +test failed$/mv);
	t.regex(page, /position 11:44\.204$/mv);
	t.regex(page, /Until +11:47\.910, 3\.7 s later$/mv);
});

test('d on the head of a session tells of its first hit', async t => {
	t.regex(await drawState(pressKeys(found, 'h', 'd').state), /Event 1 of 4[^$]*Typed +nginx -t$/mv);
});

test('Enter plays from the hit that is told of, with the other hits at hand', t => {
	const {state} = pressKeys(found, 'd', ']', 'enter');
	t.is(state.overlay, undefined);
	t.is(state.screen, 'player');
	t.is(state.player?.hits?.count, 4);
	t.is(state.hits.selected?.index, 3);
});

for (const key of ['q', 'esc', 'd']) {
	test(`${key} goes back from a hit to the list, where it is chosen as before`, t => {
		const {state} = pressKeys(found, 'd', key);
		t.is(state.overlay, undefined);
		t.is(state.screen, 'hits');
		t.deepEqual(state.hits.selected, found.hits.selected);
	});
}
