import test from 'ava';
import {listRows} from '../../source/keys/find-action.ts';
import {keyContexts} from '../../source/keys/key-table.ts';
import type {KeyAction} from '../../source/keys/key-table.ts';
import {listContexts} from '../../source/console/contexts.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {listStates} from '../helpers/list-states.ts';

const states = listStates();

for (const context of keyContexts) {
	test(`no key is dead where \`${context}\` has the keys, and each has a word of help`, t => {
		const here = states.filter(state => listContexts(state)[0] === context);
		t.true(here.length > 0, 'a state of the fixtures is there');
		const dead = listRows(context).flatMap(({action, keys, help}) => {
			t.not(help, '', action);
			return isIdle(action) ? [] : keys.filter(key => here.every(state => !doesSomething(state, key))).map(key => `${key} (${action})`);
		});
		t.deepEqual(dead, []);
	});
}

/** The tab that is shown already, and Esc when nothing is left to undo, do nothing by rights. */
function isIdle(action: KeyAction): boolean {
	return action === 'app.cancel' || action.startsWith('tab.');
}

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
