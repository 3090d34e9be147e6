import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
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

test('who has recordings starts with them: they are imported and indexed', async t => {
	const home = makeHome();
	mkdirSync(path.join(home, 'logs'));
	copyFileSync(fixturePath('web1-alice-nginx.jsonl'), path.join(home, 'logs/tlog.log'));
	const console = openConsole(home);
	try {
		await console.sees('First start');
		console.press('right', 'right', 'tab', 'tab', ...'~/nothing', 'enter');
		await console.sees('nothing cannot be opened');
		console.press(':', ...'store', 'enter');
		await console.sees('First start');
		console.press('right', 'right', 'tab', 'tab', ...'~/logs', 'enter');
		await console.sees('0 refused.');
		await console.sees('1 session');
		console.press('q');
		t.is(await console.exits(), 0);
	} finally {
		console.close();
	}

	t.is(runScribery(home, ['search', 'nginx']).status, 0);
	t.true(existsSync(path.join(home, '.local/share/scribery/store.db')));
});

test('who stays in the demo, or has a configuration, is not asked', async t => {
	const home = makeHome();
	const first = openConsole(home);
	try {
		await first.sees('First start');
		first.press('left', 'tab', 'tab', 'enter');
		await first.sees('Still in demo.');
		first.press('q');
		t.is(await first.exits(), 0);
	} finally {
		first.close();
	}

	mkdirSync(path.join(home, '.config/scribery'), {recursive: true});
	writeFileSync(path.join(home, '.config/scribery/config.json'), '{"theme": "dark"}\n');
	const second = openConsole(home);
	try {
		await second.sees(' sessions, ');
		t.false(second.readScreen().includes('First start'));
		second.press('q');
		t.is(await second.exits(), 0);
	} finally {
		second.close();
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
