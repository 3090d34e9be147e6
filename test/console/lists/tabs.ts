import test from 'ava';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {keysOf, pressKeys} from '../../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});

test('1, 2 and 3 lead from each list to each other', t => {
	for (const first of ['1', '2', '3']) {
		for (const [key, screen] of [['1', 'sessions'], ['2', 'hits'], ['3', 'live']] as const) {
			t.is(pressKeys(list, first, key).state.screen, screen);
		}
	}
});

test('`q` leads from a list to the sessions, and there out of the console', t => {
	t.is(pressKeys(list, '2', 'q').state.screen, 'sessions');
	t.is(pressKeys(list, '3', 'q').state.screen, 'sessions');
	t.deepEqual(pressKeys(list, '2', 'q').effects.filter(effect => effect.type === 'exit'), []);
	t.deepEqual(pressKeys(list, 'q').effects, [{type: 'exit', code: 0}]);
});

test('digits in the filter box are text', t => {
	const {state} = pressKeys(list, '/', ...keysOf(' 123'));
	t.is(state.screen, 'sessions');
	t.true(state.sessions.filter.text.endsWith(' 123'));
});

test('Tab turns the pages of the help, Shift-Tab back', t => {
	const pageAfter = (...keys: readonly string[]) => {
		const {overlay} = pressKeys(list, '?', ...keys).state;
		return overlay?.type === 'help' ? overlay.of : undefined;
	};

	const tabs = Array.from({length: 8}, () => 'tab');
	t.deepEqual(tabs.map((_, index) => pageAfter(...tabs.slice(index))), ['sessions', 'dialog', 'menu', 'select', 'events', 'player', 'live', 'hits']);
	t.is(pageAfter('shift-tab'), 'dialog');
});

test('while a key is looked for, Tab turns the pages and the arrows scroll', t => {
	const finding = pressKeys({...list, size: {columns: 80, rows: 12}}, '?', '/').state;
	t.like(pressKeys(finding, 'tab').state.overlay, {type: 'help', of: 'hits', isFinding: true});
	t.like(pressKeys(finding, 'down', 'down').state.overlay, {type: 'help', firstRow: 2});
	t.like(pressKeys(finding, 'down', 'down', 'up').state.overlay, {type: 'help', firstRow: 1});
});
