import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {readNames} from '../../source/console/sessions/read-names.ts';
import type {Action} from '../../source/console/action.ts';
import type {Ports} from '../../source/console/ports.ts';
import {update} from '../../source/console/update.ts';
import type {Store} from '../../source/store/store.ts';
import {inputOf} from '../../source/console/text-input.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {makeMessages} from '../helpers/make-message.ts';
import {openConsole} from '../helpers/open-console.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';
import {makeSqliteStore} from '../helpers/temporary-store.ts';

const list = makeAuditState({columns: 80, rows: 24}, {filter: inputOf('')});

test('names are asked for when the filter is opened, once they are known no more', t => {
	const {state, effects} = pressKeys(list, '/');
	t.is(effects.filter(({type}) => type === 'readNames').length, 1);
	const known = update(state, {type: 'namesRead', names: {users: ['zacharias'], hosts: [], tags: []}}).state;
	t.deepEqual(pressKeys(known, 'esc', '/').effects.filter(({type}) => type === 'readNames'), []);
	t.is(pressKeys(known, ...keysOf('user:zac'), 'tab').state.sessions.filter.text, 'user:zacharias');
});

test('who sees names of recordings that a filter leaves out is logged, who saw them all already is not again', t => {
	const filtered = makeAuditState({columns: 80, rows: 24}, {filter: inputOf('user:bob'), applied: {text: 'user:bob', query: {type: 'all'}}});
	t.like(pressKeys(filtered, '/').effects.find(({type}) => type === 'readNames'), {isNew: true});
	const all = makeAuditState({columns: 80, rows: 24}, {filter: inputOf(''), applied: {text: '', query: {type: 'all'}}});
	t.like(pressKeys(all, '/').effects.find(({type}) => type === 'readNames'), {isNew: false});
});

test('a person completes a name that no loaded row has', async t => {
	const store = await makeSqliteStore(t, systemClock);
	for (const user of ['alice', 'zacharias']) {
		await store.addMessages(makeMessages(1, 2, {user, rec: `boot-1-${user}`, exit: '0'}));
	}

	const {promise: isRead, resolve} = Promise.withResolvers<void>();
	const app = openConsole(t, store, {
		query: 'user:alice',
		async recordAccess(opened, entry) {
			await opened.addAccess({...entry, at: 0, who: 'dora'});
			if (entry.detail === 'names to complete') {
				resolve();
			}
		},
	});
	await app.sees('1 of 2 sessions');
	app.type('/');
	await isRead;
	app.type('\u{15}user:zac\t');
	await app.sees('user:zacharias');
});

test('a store that counts too slowly is told to stop, and nothing waits for it', async t => {
	let reason: unknown;
	const actions: Action[] = [];
	const slow = {
		async countFacets(_request: unknown, {signal}: {readonly signal: AbortSignal}) {
			return new Promise((_resolve, reject) => {
				signal.addEventListener('abort', () => {
					reason = signal.reason;
					reject(signal.reason as Error);
				});
			});
		},
	} as unknown as Store; // Only this is asked.
	const ports = {getStore: async () => slow} as unknown as Ports;
	// The signal's own timer does not keep the process.
	const keep = setInterval(() => undefined, 1000);
	await readNames({type: 'readNames', isNew: true}, ports, action => {
		actions.push(action);
	});
	clearInterval(keep);
	t.is((reason as Error).name, 'TimeoutError');
	t.deepEqual(actions, []);
});
