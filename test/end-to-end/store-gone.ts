import {existsSync, renameSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test from 'ava';
import {indexVersion} from '../../source/store/index-version.ts';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const recordings = ['web1-alice-nginx.jsonl', 'web2-alice-vim.jsonl', 'db1-bob-password.jsonl'].map(name => fixturePath(name));

/** A console on a store of its own, which can be moved away and back. */
function openConsole(...argv: readonly string[]) {
	const home = makeHome();
	runScribery(home, ['import', ...recordings]);
	const store = path.join(home, '.local/share/scribery/store.db');
	return {
		console: new ConsoleDriver({argv, columns: 100, rows: 30, environment: {HOME: home, TZ: 'UTC', NO_COLOR: '1'}}),
		moveAway() {
			renameSync(store, `${store}.away`);
		},
		moveBack() {
			renameSync(`${store}.away`, store);
		},
	};
}

test('a store that goes away under the list is told over the rows, and read again when it is back', async t => {
	const {console, moveAway, moveBack} = openConsole();
	try {
		await console.sees('3 sessions');
		moveAway();
		console.press('r');
		await console.sees('Cannot read the store');
		await console.sees('no longer there');
		await console.sees(/Next try in \d+ s/v);
		await console.sees('alice');
		console.press('q');
		await console.seesNo('Cannot read the store');
		console.press('/', ...'user:bob');
		await console.sees('bob');
		console.press('escape');
		moveBack();
		console.press('r');
		await console.seesNo('no longer there');
		await console.sees('3 sessions');
		console.press('q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}
});

test('a store that goes away under a search is told, and searched again with r', async t => {
	const {console, moveAway, moveBack} = openConsole('hits seen:nginx');
	try {
		await console.sees('sessions');
		console.press('2', '/', '\u{15}', ...'seen:nginx', 'enter');
		await console.sees(/hits? in 1 session/v);
		moveAway();
		console.press('r');
		await console.sees('no longer there');
		console.press('/', '\u{15}', ...'seen:vim', 'enter');
		await console.sees('no longer there');
		moveBack();
		console.press('r');
		await console.sees(/hits? in \d sessions?/v);
		await console.seesNo('no longer there');
		console.press('1', 'escape', 'q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}
});

test('a store that goes away under a recording is told, and played on when it is back', async t => {
	const {console, moveAway, moveBack} = openConsole('user:bob');
	try {
		await console.sees('1 of 3 sessions');
		console.press('enter');
		await console.sees(/▶ +1× +0:0/v);
		moveAway();
		console.press(' ', '/', ...'bob', 'enter');
		await console.sees(/…\/store\.db: (?:is no longer there|there is no store)/v);
		moveBack();
		console.press('/', 'enter');
		await console.sees(/hit \d\/19/v);
		console.press('q');
		await console.sees('1 of 3 sessions');
		console.press('q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}
});

test('a store whose index is of another version is indexed anew when it is opened, and searched then', async t => {
	const home = makeHome();
	runScribery(home, ['import', ...recordings]);
	const file = path.join(home, '.local/share/scribery/store.db');
	const database = new DatabaseSync(file);
	database.prepare('update sessions set index_version = ?').run(indexVersion - 1);
	database.close();
	t.regex(runScribery(home, ['search', 'seen:nginx']).stderr, /3 of 3 sessions are not indexed/v);
	const console = new ConsoleDriver({argv: [], columns: 100, rows: 30, environment: {HOME: home, TZ: 'UTC', NO_COLOR: '1'}});
	try {
		await console.sees('3 sessions');
		console.press(':', ...'jobs', 'enter');
		await console.sees(/Indexing.*3 recordings indexed/v);
		console.press('escape', '2', '/', ...'seen:nginx', 'enter');
		await console.sees(/hits? in 1 session/v);
		await console.sees('3 of 3 sessions searched');
		console.press('1', 'escape', 'q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}

	t.true(existsSync(file));
	t.is(runScribery(home, ['search', 'seen:nginx']).stderr, '');
});
