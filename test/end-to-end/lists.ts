import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = makeHome();
runScribery(home, ['import', ...['web1-alice-nginx.jsonl', 'web2-alice-vim.jsonl', 'db1-bob-password.jsonl', 'db1-frank-gap.jsonl', 'db1-bob-idle.jsonl'].map(name => fixturePath(name))]);

function openConsole([columns, rows]: readonly [number, number], ...argv: readonly string[]): ConsoleDriver {
	return new ConsoleDriver({argv, columns, rows, environment: {HOME: home, TZ: 'UTC', NO_COLOR: '1'}});
}

const sizes = [[80, 24], [120, 40]] as const;

for (const size of sizes) {
	test(`a person finds a moment, looks at the screen round it and plays from there, at ${size.join('×')}`, async t => {
		const console = openConsole(size);
		try {
			await console.sees('5 sessions');
			console.press('2');
			await console.sees('No moment in this query.');
			console.press('/', ...'seen:"test failed"', 'enter');
			await console.sees(/hits? in 1 session\b/v);
			await console.sees(/Screen at 0:10\.\d+/v);
			await console.sees('conf [test failed]');
			await console.sees('5 of 5 sessions searched');
			console.press('left');
			await console.sees(/▸\+ +alice@web1/v);
			console.press('right', 'n');
			await console.sees(/▸ +0:10 +seen/v);
			console.press('enter');
			await console.sees(/[‖▶] +1× +0:\d+ \/ 0:57/v);
			await console.sees('hit 1/');
			console.press('q');
			await console.sees('[2 Hits');
			console.press('1');
			await console.sees('1 of 5 sessions');
			console.press('q');
			t.is(await console.exits(), 0);
		} finally {
			console.close();
		}
	});

	test(`a person filters by facets and keeps the filter as a view, at ${size.join('×')}`, async t => {
		const console = openConsole(size);
		try {
			await console.sees('5 sessions');
			console.press('f');
			await console.sees(/USER +\(3\)/v);
			await console.sees(/▸ +(?:alice|bob) +2/v);
			console.press('enter');
			await console.sees(/\/ user:(?:alice|bob)/v);
			await console.sees('2 of 5 sessions');
			await console.sees(/frank +1/v);
			console.press('f', ...`:view save at ${size[0]}`, 'enter');
			await console.sees(`View "at ${size[0]}" is saved.`);
			console.press('escape');
			await console.sees('5 sessions');
			console.press('s');
			await console.sees('Saved views');
			console.press('G', 'enter');
			await console.sees('2 of 5 sessions');
			console.press('escape');
			await console.sees('5 sessions');
			console.press('!');
			await console.sees('/ has:gap');
			await console.sees('1 of 5 sessions');
			console.press('!');
			await console.sees('5 sessions');
			console.press('/', ...'us', 'tab');
			await console.sees('/ user:');
			console.press(...'ali', 'tab');
			await console.sees('/ user:alice');
			console.press('enter');
			await console.sees('2 of 5 sessions');
			console.press('q');
			t.is(await console.exits(), 0);
		} finally {
			console.close();
		}
	});
}

for (const size of sizes) {
	test(`a session that begins is in the list and on the wall at once, and is followed from there, at ${size.join('×')}`, async t => {
		const liveHome = makeHome();
		runScribery(liveHome, ['import', fixturePath('web1-alice-nginx.jsonl')]);
		const console = new ConsoleDriver({argv: [], columns: size[0], rows: size[1], environment: {HOME: liveHome, TZ: 'UTC', NO_COLOR: '1'}});
		let recorder: ConsoleDriver | undefined;
		try {
			await console.sees('1 session,');
			recorder = new ConsoleDriver({argv: ['rec', '--', 'sh'], environment: {HOME: liveHome, PS1: 'live> ', ENV: ''}});
			await recorder.sees('live>');
			recorder.press(...'echo first', '\r');
			await console.sees(/ ● /v);
			await console.sees('3 Live 1');
			console.press('3');
			await console.sees('1 of 1 running');
			await console.waitsFor(screen => screen.includes('live> echo first'), 'for the recorded screen in its tile');
			recorder.press(...'echo second', '\r');
			await console.sees('live> echo second');
			console.press('_');
			await console.sees('live> echo first');
			console.press('p');
			await console.sees('1 of 1 running, paused');
			console.press('p', 'enter');
			await console.sees('● live');
			recorder.press(...'echo third', '\r');
			await console.sees('live> echo third');
			console.press('q');
			await console.sees('[3 Live 1]');
			recorder.press(...'exit', '\r');
			await recorder.exits();
			await console.sees('No session is running.');
			t.false(console.readScreen().includes('live>'));
			console.press('q', 'q');
			t.is(await console.exits(), 0);
		} finally {
			recorder?.close();
			console.close();
		}
	});
}
