import test from 'ava';
import {findAction} from '../../source/keys/find-action.ts';
import {keyContexts, keyTable} from '../../source/keys/key-table.ts';

test('no key has two actions in one context', t => {
	for (const context of keyContexts) {
		const keys = keyTable.filter(row => (row.contexts as readonly string[]).includes(context)).flatMap(row => [...row.keys] as string[]);
		t.deepEqual(keys.filter((key, index) => keys.indexOf(key) !== index), [], context);
	}
});

test('each action stands in one row', t => {
	const actions = keyTable.map(row => row.action);
	t.is(new Set(actions).size, actions.length);
});

test('the first context that knows a key decides', t => {
	t.is(findAction(['digits', 'player'], '.'), 'seek.edit');
	t.is(findAction(['player'], '.'), 'step.forward');
	t.is(findAction(['digits', 'player'], 'q'), 'app.back');
	t.is(findAction(['sessions'], '5'), undefined);
});
