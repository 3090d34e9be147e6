import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

function openConsole(home: string): ConsoleDriver {
	return new ConsoleDriver({argv: [], columns: 120, rows: 30, environment: {HOME: home, TZ: 'UTC', NO_COLOR: '1'}});
}

test('who starts without a store makes their own from the demo, and every start opens it', async t => {
	const home = makeHome();
	const store = path.join(home, '.local/share/scribery/store.db');
	const console = openConsole(home);
	try {
		await console.sees('demo');
		console.press(':', ...'store', 'enter');
		await console.sees('First start');
		await console.sees('[x] open it at every start');
		console.press('tab', 'tab', 'enter');
		await console.sees('No recordings in');
		await console.sees('Every start opens');
		console.press('q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}

	t.deepEqual(JSON.parse(readFileSync(path.join(home, '.config/scribery/config.json'), 'utf8')), {store});
	t.true(existsSync(store));
	runScribery(home, ['import', fixturePath('web1-alice-nginx.jsonl')]);
	const again = openConsole(home);
	try {
		await again.sees('1 session');
		again.press('q');
		t.is(await again.exits(), 0);
	} finally {
		again.close();
	}
});

test('a store that is not there is told, and the configuration stays as it was', async t => {
	const home = makeHome();
	const file = path.join(home, '.config/scribery/config.json');
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, '{"theme": "dark"}\n');
	const console = openConsole(home);
	try {
		await console.sees('demo');
		console.press(':', ...'store', 'enter');
		await console.sees('First start');
		console.press('tab', 'tab', ...'/nowhere/case.db', 'enter');
		await console.sees('/nowhere/case.db: the directory /nowhere does not exist');
		console.press('q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}

	t.is(readFileSync(file, 'utf8'), '{"theme": "dark"}\n');
});
