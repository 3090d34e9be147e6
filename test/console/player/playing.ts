import process from 'node:process';
import test from 'ava';
import {playFixture} from '../../helpers/play-fixture.ts';

test('a recording is logged as looked at before its first byte is painted', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	t.deepEqual(played.access, [`play web1/${played.session.rec}`]);
	await played.close();
});

test('it plays to its end and says how it ended', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	played.press('}', '}', '}', '}', '}', '}');
	await played.until(({isPlaying}) => !isPlaying, 'for the end');
	t.is(played.player.positionMs, played.player.recording.lengthMs);
	t.regex(await played.readScreen(), /■ ended \(no end recorded\)/v);
	await played.close();
});

test.serial('paused, nothing runs and nothing is written', async t => {
	const timersBefore = countTimers();
	const played = await playFixture('web1-alice-nginx.jsonl');
	await played.until(({positionMs}) => positionMs > 0, 'for it to play');
	await played.seek('space');
	await played.seek('right');
	const before = played.painted.length;
	// What waits for a time is gone: no tick, no timer of the player.
	t.is(countTimers(), timersBefore);
	t.is(played.painted.length, before);
	await played.close();
});

test('the screen after any way of seeking is the one that playing shows', async t => {
	const played = await playFixture('web2-alice-vim.jsonl', {size: {columns: 120, rows: 40}});
	await played.seek('space', 'g');
	const shown = new Map<number, readonly string[]>();
	for (const tenth of '123456789') {
		await played.seek(...tenth);
		shown.set(played.player.positionMs, played.readPane());
	}

	for (const [positionMs, pane] of [...shown].toReversed()) {
		await played.seek(...`${positionMs / 1000}G`);
		t.is(played.player.positionMs, positionMs);
		t.deepEqual(played.readPane(), pane, String(positionMs));
	}

	await played.close();
});

test('a step forward shows another picture, and a step back the one before', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	await played.seek('space', ...'10G');
	const before = played.readCells();
	played.press('.');
	await played.until(({isExact}) => isExact, 'for the step');
	const {positionMs} = played.player;
	t.notDeepEqual(played.readCells(), before);
	played.press('.');
	await played.until(player => player.positionMs > positionMs, 'for the second step');
	const after = played.readCells();
	played.press(',');
	await played.until(player => player.positionMs === positionMs, 'for the step back');
	t.notDeepEqual(played.readCells(), after);
	await played.close();
});

test('keys pressed faster than seeks are done end at the sum of them', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	await played.seek('space', 'g');
	await played.seek('right', 'right', 'right', 'left', 'right');
	t.is(played.player.positionMs, 15_000);
	await played.close();
});

test('a pause is skipped, and how much of it is told', async t => {
	const played = await playFixture('db1-bob-idle.jsonl');
	played.press('}', '}', '}', '}', '}', '}');
	await played.until(({skippedMs}) => skippedMs !== undefined, 'for a pause');
	t.regex(await played.readScreen(), /» skipped \d:\d\d/v);
	await played.close();
});

test('a gap holds playing, tells what is missing, and leaves the screen in doubt', async t => {
	const played = await playFixture('db1-frank-gap.jsonl', {size: {columns: 120, rows: 40}});
	await played.seek('space', ...'12G');
	await played.seek('}', '}', 'space');
	await played.until(({hold}) => hold === 'gap', 'for the gap');
	const screen = await played.readScreen();
	t.regex(screen, /╳ scribery: \d+ messages \(\d+–\d+\) are missing, \d\.\d s\. The screen may be wrong until it is redrawn\./v);
	t.regex(screen, / uncertain │/v);
	await played.until(({hold}) => hold === undefined, 'for it to go on');
	await played.until(({positionMs, heldGapMs}) => positionMs > (heldGapMs ?? 0), 'for it to move');
	await played.close();
});

test('a new size of the terminal keeps the place and goes on playing', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl', {size: {columns: 120, rows: 40}});
	await played.until(({positionMs}) => positionMs > 0, 'for it to play');
	const {positionMs} = played.player;
	played.resize({columns: 60, rows: 20});
	t.true(played.player.isPlaying);
	await played.until(player => player.positionMs > positionMs, 'for it to play on');
	const screen = await played.readScreen();
	t.true(screen.split('\n').every(line => line.length <= 60));
	await played.close();
});

test('a recorded size changes the edge and the emulator', async t => {
	const played = await playFixture('web1-erin-resize.jsonl', {size: {columns: 200, rows: 60}});
	await played.seek('space', 'g');
	const sizes = new Set<string>();
	for (const tenth of '123456789') {
		await played.seek(tenth);
		const {columns, rows} = played.player.screen;
		sizes.add(`${columns}×${rows}`);
		t.is(played.readPane()[0]?.[columns], '│');
		t.is(played.readPane()[rows]?.[columns], '┘');
	}

	t.true(sizes.size > 2);
	await played.close();
});

test('a hostile recording paints nothing but looks, moves and visible characters', async t => {
	const played = await playFixture('bastion1-mallory-hostile.jsonl');
	played.press('}', '}', '}', '}', '}', '}');
	await played.until(({isPlaying}) => !isPlaying, 'for the end');
	await played.seek('5');
	await played.seek('g');
	t.true(played.painted.length > 10_000);
	const rest = played.painted.replaceAll(/\u{1B}(?:7|8|\[\?2026[hl]|\[\?7[hl]|\[[\d;]*[GHXm])/gv, '');
	t.notRegex(rest, /[\p{Bidi_Control}\p{Control}\p{Surrogate}]/v);
	await played.close();
});

test('only typed input is told as such, and nothing is painted', async t => {
	const played = await playFixture('bastion1-carol-input-only.jsonl');
	t.regex(await played.readScreen(), /Only typed input was stored\./v);
	t.is(played.painted, '');
	await played.close();
});

test('a recording that cannot be opened says why, and `q` leads back', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	const {session} = played;
	played.press('q');
	played.dispatch({type: 'found', session: {...session, rec: 'gone'}, positionMs: 0});
	await played.until(({stage}) => stage === 'failed', 'for the refusal');
	t.regex(await played.readScreen(), /╳ web1\/gone is not in/v);
	played.press('q');
	t.is(played.state.screen, 'sessions');
	await played.close();
});

test('when viewing cannot be logged nothing is shown', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl', {accessProblem: 'the access log is read-only'});
	t.is(played.player.stage, 'failed');
	t.is(played.painted, '');
	t.regex(await played.readScreen(), /the access log is read-only/v);
	await played.close();
});

function countTimers(): number {
	return process.getActiveResourcesInfo().filter(name => name === 'Timeout').length;
}
