import test from 'ava';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {drawState} from '../../helpers/draw.ts';
import {makeHitsState} from '../../helpers/hits-day.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test(`Tab opens the facets with the keys, and gives them back, at ${columns}×${rows}`, t => {
		const {state} = pressKeys(makeAuditState({columns, rows}), 'tab');
		t.true(state.facets.hasFocus);
		t.false(pressKeys(state, 'shift-tab').state.facets.hasFocus);
	});
}

test('facets over the list do not stay there without the keys', t => {
	t.false(pressKeys(makeAuditState({columns: 80, rows: 24}), 'tab', 'tab').state.facets.isOpen);
	t.true(pressKeys(makeAuditState({columns: 120, rows: 40}), 'tab', 'tab').state.facets.isOpen);
});

test('a shows in the hits how long ago their sessions began', async t => {
	t.regex(await drawState(pressKeys(makeHitsState({columns: 80, rows: 24}), 'a').state), /alice@web1 +1h12 ago +47:31/v);
});
