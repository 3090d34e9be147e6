import {Buffer} from 'node:buffer';
import test from 'ava';
import {openPlayback} from '../../source/playback/open-playback.ts';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath, openFixture} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = makeHome();
runScribery(home, ['import', ...['web1-alice-nginx.jsonl', 'web2-alice-vim.jsonl', 'db1-bob-password.jsonl', 'db1-frank-gap.jsonl', 'bastion1-mallory-hostile.jsonl', 'db1-bob-idle.jsonl'].map(name => fixturePath(name))]);

function openConsole(columns = 80, rows = 24, ...argv: readonly string[]): ConsoleDriver {
	return new ConsoleDriver({argv, columns, rows, environment: {HOME: home, TZ: 'UTC'}});
}

/** What the terminal of a fixture shows at a position, by the library. */
async function readLines(name: string, positionMs: number): Promise<readonly string[]> {
	const {store, session} = await openFixture(name);
	const playback = await openPlayback(store, session);
	await playback.seek(positionMs);
	return playback.emulator.readScreen().lines;
}

test('a person filters, opens, plays, seeks back and forth, steps and leaves', async t => {
	const console = openConsole(100, 40);
	try {
		await console.sees('6 sessions');
		console.press('/', ...'user:alice host:web1');
		await console.sees('1 of 6 sessions');
		console.press('enter');
		await console.seesNo('Esc as before');
		console.press('enter');
		await console.sees(/▶ +1× +0:0/v);
		console.press(' ');
		await console.sees('‖');

		console.press(...'30G');
		await console.sees('‖ 1×  0:30');
		const at30 = await readLines('web1-alice-nginx.jsonl', 30_000);
		await console.waitsFor(screen => at30.every(line => screen.includes(line)), 'for the screen at 0:30');

		console.press('left', 'left');
		await console.sees('‖ 1×  0:20');
		const at20 = await readLines('web1-alice-nginx.jsonl', 20_000);
		await console.waitsFor(screen => at20.every(line => screen.includes(line)), 'for the screen at 0:20');

		console.press('right', 'right');
		await console.waitsFor(screen => screen.includes('‖ 1×  0:30') && at30.every(line => screen.includes(line)), 'to come back to 0:30');

		console.press('.');
		await console.sees(/‖ 1× {2}0:3\d\.\d{3}/v);
		console.press(',');
		console.press('g');
		await console.sees('‖ 1×  0:00');
		console.press('G');
		await console.sees('■');
		await console.sees('0:57');
		console.press('q');
		await console.sees('1 of 6 sessions');
		console.press('q');
		t.is(await console.exits(), 0);
		t.false(console.isOnAlternateScreen());
	} finally {
		console.close();
	}
});

test('a hostile recording leaves the terminal of the auditor alone', async t => {
	const console = openConsole(80, 24, 'play', 'bastion1/7364-a2d06ea', '--speed', '64');
	try {
		await console.sees(/■/v);
		console.press('q');
		await console.sees('6 sessions');
		console.press('q');
		await console.exits();
		// What the console itself needs: colours, cursor, erasing, its own screen, paste and synchronized output, keyboard query.
		const text = Buffer.from(console.written, 'latin1').toString('utf8');
		const foreign = text.replaceAll(/\u{1B}(?:\[\?(?:1049|25|2004|2026|7)[hl]|\[[\d;]*[A-HJKXm]|[78]|\[(?:\?u|[<=>]\d*u))/gv, '');
		const at = foreign.search(/[\u{0}-\u{8}\v\f\u{E}-\u{1F}\u{7F}-\u{9F}]/v);
		t.is(at, -1, JSON.stringify(foreign.slice(Math.max(0, at - 20), at + 40)));
	} finally {
		console.close();
	}
});

test('the console lives through every size and says when there is no room', async t => {
	const console = openConsole(120, 40);
	try {
		await console.sees('6 sessions');
		console.resize(38, 9);
		await console.sees('Too small: 40×10 needed (now 38×9)');
		console.resize(60, 20);
		await console.sees('alice');
		console.press('enter');
		await console.sees(/[‖■▶]/v);
		for (const [columns, rows] of [[200, 60], [40, 10], [80, 24]] as const) {
			console.resize(columns, rows);
			await console.waitsFor(() => console.readLines().length === rows && /[‖■▶]/v.test(console.readScreen()), `for the player at ${columns}×${rows}`);
		}

		console.press('ctrl-c');
		t.is(await console.exits(), 130);
	} finally {
		console.close();
	}
});

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
	test(`${signal} gives the terminal back`, async t => {
		const console = openConsole();
		try {
			await console.sees('6 sessions');
			t.true(console.isOnAlternateScreen());
			console.kill(signal);
			await console.exits();
			t.false(console.isOnAlternateScreen());
		} finally {
			console.close();
		}
	});
}

test('NO_COLOR writes no colour, not even a recorded one', async t => {
	const console = new ConsoleDriver({argv: ['play', 'web2/48a3-17e77ce0', '--speed', '64'], environment: {HOME: home, NO_COLOR: '1'}});
	try {
		await console.sees('■');
		t.notRegex(console.written, /\u{1B}\[(?:[\d;]+;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/v);
	} finally {
		console.close();
	}
});

test('a store that nobody can open is told in words, and can be left', async t => {
	const console = openConsole(80, 24, '--store', '/nonexistent/store.db');
	try {
		await console.sees('/nonexistent/store.db');
		console.press('q');
		await console.exits();
		t.false(console.isOnAlternateScreen());
	} finally {
		console.close();
	}
});

test('`play` at the end shows the last screen', async t => {
	const console = openConsole(100, 40, 'play', 'web1/11f6-17cff304@end');
	try {
		await console.sees('logout');
		t.is(console.readLines().filter(line => /^logout\b/v.test(line)).length, 2);
	} finally {
		console.close();
	}
});
