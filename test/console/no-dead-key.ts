import test from 'ava';
import {keyContexts, keyTable} from '../../source/keys/key-table.ts';
import type {KeyAction} from '../../source/keys/key-table.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {listPlaces} from '../helpers/keys/places.ts';
import {listPlaceRows} from '../helpers/keys/place-rows.ts';

const places = listPlaces();

test('each context of the key table has the keys in a state of the fixtures', t => {
	t.deepEqual(keyContexts.filter(context => places.every(({contexts}) => contexts[0] !== context)), []);
});

test('each key has a word of help', t => {
	t.deepEqual(keyTable.filter(({help}) => help.trim() === '').map(({action}) => action), []);
});

for (const {name, contexts, states} of places) {
	test(`no key is dead where \`${name}\` has the keys`, t => {
		const dead = listPlaceRows(contexts).flatMap(({action, keys}) => isIdle(action, name) ? [] : keys.filter(key => states.every(state => !doesSomething(state, key))).map(key => `${key} (${action})`));
		t.deepEqual(dead, []);
	});
}

/** The tab that is shown already, Esc when nothing is left to undo, and the next field of a dialog that has one do nothing by rights. */
function isIdle(action: KeyAction, place: string): boolean {
	const isOnlyField = place === 'goto text' && beside.has(action);
	return action === 'app.cancel' || action.startsWith('tab.') || isOnlyField;
}

/** What leads to the field beside. */
const beside: ReadonlySet<KeyAction> = new Set(['dialog.prev', 'input.complete', 'input.older', 'input.newer']);

/** A key does something when the state changes, something is asked of the world, or the person is told. */
function doesSomething(state: State, key: string): boolean {
	const text = key === 'space' ? ' ' : ([...key].length === 1 ? key : '');
	const after = update(state, {type: 'pressed', press: {key, text}});
	return after.effects.length > 0 || JSON.stringify(strip(after.state)) !== JSON.stringify(strip(state));
}

/** Maps and functions are compared by what JSON shows of them. */
function strip(state: State): unknown {
	return {...state, settings: {...state.settings, keys: undefined}, sessions: {...state.sessions, marked: state.sessions.marked.keys().toArray()}};
}
