import test from 'ava';
import type {ExecutionContext} from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = makeHome();
runScribery(home, ['import', ...['web1-alice-nginx.jsonl', 'db1-bob-password.jsonl', 'db1-frank-gap.jsonl'].map(name => fixturePath(name))]);

/** The player in a real terminal, paused. */
async function play(t: ExecutionContext, [columns, rows]: readonly [number, number], address: string): Promise<ConsoleDriver> {
	const console = new ConsoleDriver({argv: ['play', address], columns, rows, environment: {HOME: home, TZ: 'UTC'}});
	t.teardown(() => {
		console.close();
	});
	await console.sees('▶');
	console.press(' ');
	await console.sees('‖');
	return console;
}

for (const size of [[80, 24], [120, 40]] as const) {
	const at = `at ${size.join('×')}`;

	test.serial(`hits are searched and walked through ${at}`, async t => {
		const console = await play(t, size, 'web1/11f6-17cff304');
		console.press('g', '/', ...'"test failed"', 'enter');
		await console.sees(/hit 1\/2/v);
		await console.sees('test failed');
		console.press('n');
		await console.sees(/hit 2\/2/v);
		console.press('n');
		await console.sees('last hit');
		console.press('N');
		await console.sees(/hit 1\/2/v);
		t.is(console.exitCode, undefined);
	});

	test.serial(`events are shown, chosen, told and gone to ${at}`, async t => {
		const console = await play(t, size, 'db1/4b28-3224547e');
		console.press('g', 'e');
		await console.sees('Events 0/2');
		console.press('+');
		console.press('_');
		console.press('E');
		await console.sees(size[0] === 80 ? '[problems]' : '[!]');
		console.press('tab', 'j', 'enter');
		await console.sees(/‖ .*0:28/v);
		await console.sees('Events 2/2');
		console.press('d');
		await console.sees('Event 2 of 2');
		console.press('[');
		await console.sees('Event 1 of 2');
		console.press('y');
		await console.sees('Copied');
		console.press('enter');
		await console.sees(/‖ .*0:12/v);
		console.press('tab', 'e');
		await console.seesNo('Events');
		t.is(console.exitCode, undefined);
	});

	test.serial(`text is chosen and copied, a line and a part ${at}`, async t => {
		const console = await play(t, size, 'web1/11f6-17cff304');
		console.press(...'20G');
		await console.sees('0:20');
		console.press('v');
		await console.sees('copy: line');
		console.press('y');
		await console.sees('Copied 1 line');
		console.press('v', 'v', 'k', 'l');
		await console.sees(/copy: \d+:\d+ to/v);
		console.press('v');
		await console.sees('copy: block');
		console.press('escape');
		await console.seesNo('copy:');
		console.press('Y');
		await console.sees(/Copied \d+ lines/v);
		t.regex(console.written, /\u{1B}\]52;c;/v);
	});

	test.serial(`typed keys are shown, a password is not ${at}`, async t => {
		const console = await play(t, size, 'db1/36c2-2f80ae42');
		console.press('T', ...'8G');
		await console.sees('t scribery:');
		for (const second of ['10', '11', '12', '13']) {
			console.press(...`${second}G`);
			await console.sees(new RegExp(String.raw`0:${second}(?:\.000)? /`, 'v'));
		}

		t.notRegex(console.readScreen(), /t scribery:.*(?:hunter|secret)/v);
		console.press('T');
		await console.seesNo('t scribery:');
	});

	test.serial(`bookmarks are set, gone to, and who was on is listed ${at}`, async t => {
		const console = await play(t, size, 'web1/11f6-17cff304');
		console.press(...'30G');
		await console.sees('0:30');
		console.press('b', ...`mark ${size[0]}`, 'enter', 'enter');
		await console.sees('◆');
		console.press('g', '\'');
		await console.sees(/‖ .*0:30/v);
		console.press('G', '"');
		await console.sees(/‖ .*0:30/v);
		console.press('S');
		await console.sees('when:2026-11-16T09:46:');
		await console.sees(/1 of 3/v);
		t.is(console.exitCode, undefined);
	});
}
