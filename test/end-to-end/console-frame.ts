import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';
import {makeTemporaryFolder} from '../helpers/temporary-folder.ts';

const home = makeHome();
runScribery(home, ['import', ...['web1-alice-nginx.jsonl', 'web2-alice-vim.jsonl', 'db1-bob-password.jsonl'].map(name => fixturePath(name))]);

const sizes = [[80, 24], [120, 40]] as const;

async function withConsole(size: readonly [number, number], work: (console: ConsoleDriver) => Promise<void>, environment: Readonly<Record<string, string>> = {}): Promise<void> {
	const console = new ConsoleDriver({argv: ['user:alice'], columns: size[0], rows: size[1], environment: {HOME: home, TZ: 'UTC', ...environment}});
	try {
		await console.sees('2 of 3 sessions');
		await work(console);
	} finally {
		console.close();
	}
}

for (const size of sizes) {
	const at = `at ${size.join('×')}`;

	test(`a dialog is filled in, exports, and tells the file ${at}`, async t => {
		const file = path.join(makeTemporaryFolder('scribery-export-'), 'out.txt');
		await withConsole(size, async console => {
			console.press('x');
			await console.sees('┌ Export web');
			console.press('right', 'right');
			await console.sees('▸ text');
			console.press(...Array.from({length: 6}, () => 'tab'), '\u{15}', ...file);
			await console.sees(path.basename(file));
			console.press('tab', ...'case 88', 'enter');
			await console.sees('Wrote ');
		});
		t.regex(readFileSync(file, 'utf8'), /\S/v);
	});

	test(`the palette finds, completes and runs ${at}`, async t => {
		await withConsole(size, async console => {
			console.press(':', ...'sor');
			await console.sees('▸ sort FIELD');
			console.press('tab', ...'user desc', 'enter');
			await console.sees('USER ▾');
			console.press(':', 'escape');
			await console.seesNo('▸ sessions [QUERY]');
			t.false(console.readScreen().includes('no such command'));
		});
	});

	test(`help is opened, searched, turned and closed ${at}`, async t => {
		await withConsole(size, async console => {
			console.press('?');
			await console.sees('Help: Sessions');
			console.press('/', ...'sort by l');
			await console.sees('sort by length');
			await console.seesNo('view before this');
			console.press('enter', 'tab');
			await console.sees('Help: Hits');
			console.press('q');
			await console.sees('2 of 3 sessions');
			t.false(console.readScreen().includes('Help:'));
		});
	});

	test(`the plain page has no frame around it and goes at any key ${at}`, async t => {
		await withConsole(size, async console => {
			console.press('L');
			await console.seesNo('? help');
			t.true(console.readScreen().includes('alice'));
			console.press('x');
			await console.sees('? help');
		});
	});

	test(`the mouse chooses, opens, seeks and scrolls once it is on ${at}`, async t => {
		await withConsole(size, async console => {
			console.press('\u{1B}OQ');
			await console.sees('Mouse on');
			t.true(console.written.includes('\u{1B}[?1000h\u{1B}[?1006h'));
			await console.waitsFor(screen => screen.split('\n').some(line => line.startsWith('▸')), 'for a chosen row');
			const chosen = console.readLines().findIndex(line => line.startsWith('▸'));
			console.press(`\u{1B}[<0;20;${chosen + 2}M\u{1B}[<0;20;${chosen + 2}m`);
			await console.waitsFor(screen => screen.split('\n')[chosen + 1]?.startsWith('▸') === true, 'for the row below to be chosen');
			console.press('\u{1B}[<64;20;5M');
			await console.waitsFor(screen => screen.split('\n')[chosen]?.startsWith('▸') === true, 'for the wheel to go back');
			console.press(`\u{1B}[<0;20;${chosen + 1}M`, `\u{1B}[<0;20;${chosen + 1}M`);
			await console.sees(/[‖▶] +1×/v);
			console.press('g', ' ');
			await console.sees(/‖ 1×/v);
			console.press(`\u{1B}[<0;${size[0] - 1};${size[1] - 3}M`);
			await console.sees('■');
			console.press('q', 'q');
			await console.exits();
			t.true(console.written.includes('\u{1B}[?1006l\u{1B}[?1000l'));
		});
	});
}

test('a key file that cannot be used is told with its line, and the keys stay', async t => {
	const configuration = makeTemporaryFolder('scribery-config-');
	mkdirSync(path.join(configuration, 'scribery'));
	writeFileSync(path.join(configuration, 'scribery', 'keys.json'), '{"sessions": {\n"app.helm": ["x"]}}');
	const console = new ConsoleDriver({argv: [], columns: 120, rows: 40, environment: {HOME: home, XDG_CONFIG_HOME: configuration}});
	try {
		await console.sees('keys.json:2: no action "app.helm"');
		console.press('?');
		await console.sees('Help: Sessions');
		t.regex(console.readScreen(), /\? {2,}keys of this screen/v);
	} finally {
		console.close();
	}
});

test('the cursor of the terminal stands where text is typed', async t => {
	await withConsole([80, 24], async console => {
		console.press('/');
		await console.sees('⏎ filter');
		t.deepEqual(console.readCursor(), {column: ' / user:alice'.length, row: 1});
		console.press('left');
		await console.waitsFor(() => console.readCursor().column === ' / user:alice'.length - 1, 'for the cursor to move');
	});
});

test('a screen reader gets lines, on the terminal\'s own screen', async t => {
	const console = new ConsoleDriver({argv: ['--screen-reader', 'user:alice'], environment: {HOME: home, TZ: 'UTC'}});
	try {
		await console.sees(/row 1 of 2, alice on web\d/v);
		t.false(console.isOnAlternateScreen());
		console.press('j');
		await console.sees(/row 2 of 2, alice on web\d/v);
		console.press('enter');
		await console.sees(/Recording web\d.*, playing/v);
		console.press(' ');
		await console.sees(/paused, \d+ percent/v);
		console.press(...'20G');
		await console.sees(/, 0:20 of /v);
		await console.sees(/@web\d/v);
		console.press('q', 'q');
		await console.exits();
	} finally {
		console.close();
	}
});
