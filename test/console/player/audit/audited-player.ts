import test from 'ava';
import type {ExecutionContext} from 'ava';
import type {State} from '../../../../source/console/state.ts';
import {listShownEvents} from '../../../../source/console/player/events/list-events.ts';
import {openAudited} from '../../../helpers/audited-fixture.ts';
import {makeCommand} from '../../../helpers/make-event.ts';
import {matchScreen} from '../../../helpers/match-frame.ts';
import {PlayedFixture} from '../../../helpers/play-fixture.ts';

const morning = Date.UTC(2026, 10, 24, 8);

const usual: State['size'] = {columns: 80, rows: 24};

async function play(t: ExecutionContext, size = usual): Promise<PlayedFixture> {
	const {store, session} = await openAudited();
	const played = new PlayedFixture(store, session, {size, now: morning});
	played.dispatch({type: 'found', session, positionMs: 0});
	await played.until(({stage, audit, typedLines}) => stage === 'open' && audit.length > 0 && typedLines.length > 0, 'for the events');
	await played.seek('space');
	t.teardown(async () => played.close());
	return played;
}

async function press(played: PlayedFixture, ...keys: readonly string[]): Promise<void> {
	for (const key of keys) {
		await played.seek(key);
	}
}

for (const size of [{columns: 80, rows: 24}, {columns: 120, rows: 40}]) {
	test(`the events of an audited session stand beside it at ${size.columns}×${size.rows}`, async t => {
		const played = await play(t, size);
		await press(played, 'e', ...']]]]]');
		matchScreen(t, `player-audit-${size.columns}x${size.rows}`, await played.readScreen());
	});

	test(`an audit event is told in full at ${size.columns}×${size.rows}`, async t => {
		const played = await play(t, size);
		await press(played, 'e', 'E', ...']]]]]]]', 'tab', 'd');
		matchScreen(t, `event-audit-${size.columns}x${size.rows}`, await played.readScreen());
	});
}

test('] and [ go from command to command, and say where there are no more', async t => {
	const played = await play(t);
	await press(played, 'g', ']');
	const first = played.player.positionMs;
	await press(played, ']');
	const second = played.player.positionMs;
	t.true(second > first);
	await press(played, '[');
	t.is(played.player.positionMs, first);
	await press(played, '[');
	t.is(played.state.notice?.text, 'That was the first command.');
	await press(played, 'G', ']');
	t.is(played.state.notice?.text, 'That was the last command.');
});

test('[ goes to the begin of the present command when it has run for a while', async t => {
	const played = await play(t);
	await press(played, ']', ']');
	const {positionMs} = played.player;
	await press(played, 'right', '[');
	t.true(played.player.positionMs >= positionMs);
});

test('choosing an event seeks to it', async t => {
	const played = await play(t, {columns: 120, rows: 40});
	await press(played, 'g', 'e', 'tab', 'g', 'j', 'j', 'j', 'j');
	t.regex(await played.readScreen(), / 0:04 \$ cat shop\.conf/v);
	const event = listShownEvents(played.player)[played.player.panel.chosen ?? -1];
	await press(played, 'enter');
	t.is(played.player.positionMs, event?.positionMs ?? -1);
	t.true(played.player.positionMs > 0);
});

test('what every program does by itself is hidden until it is asked for', async t => {
	const played = await play(t);
	const cache = /locale\.alias/v;
	await press(played, 'e');
	t.notRegex(await played.readScreen(), cache);
	for (const key of ':noise') {
		played.dispatch({type: 'pressed', press: {key, text: key}});
	}

	await press(played, 'enter', ']', ']');
	t.regex(await played.readScreen(), cache);
});

test('escape sequences and bidi signs of a command are drawn as text', async t => {
	const played = await play(t, {columns: 120, rows: 40});
	await press(played, 'e', 'G', '[');
	t.regex(await played.readScreen(), /\\x1b\[2J/v);
	t.notRegex(await played.readScreen(), /[\u{1B}\u{202E}]/v);
});

test('a command ends a pause on the compressed scale', async t => {
	const played = await play(t);
	const {audit, timeline} = played.player;
	const command = audit.find(({event, positionMs}) => event.action.kind === 'execute' && positionMs > 0);
	const positionMs = command?.positionMs ?? NaN;
	t.is(timeline.toRecorded(timeline.toCompressed(positionMs)), positionMs);
});

test(':unrecorded tells of logins without a recording, and who looked is written down', async t => {
	const played = await play(t);
	await played.store.addEvents([makeCommand({host: 'web2', argv: ['visudo']})]);
	for (const key of ':unrecorded') {
		played.dispatch({type: 'pressed', press: {key, text: key}});
	}

	played.press('enter');
	await played.until(() => played.state.overlay?.type === 'page', 'for the page');
	const screen = await played.readScreen();
	t.regex(screen, /1 login has audit events and no recording/v);
	t.regex(screen, /20001 on web2, audit session 69: 1 event, 1 command$/mv);
	t.regex(screen, /^ +visudo$/mv);
	t.true(played.access.some(entry => entry.includes('--unrecorded')));
});

test('/ with cmd: goes to the events that tell it, n from one to the next', async t => {
	const played = await play(t, {columns: 120, rows: 40});
	await press(played, 'g');
	played.press('/', ...'cmd:rm', 'enter');
	await played.until(({hits}) => hits !== undefined, 'for the hits');
	t.deepEqual(played.player.hits?.hits.map(({kind, line, fromMs}) => [kind, line, fromMs]), [['cmd', 'rm /home/alice/notes.txt', 11_969], ['cmd', 'sudo rm /etc/shop.conf.bak', 23_637], ['cmd', 'rm /etc/shop.conf.bak', 23_637]]);
	const {positionMs} = played.player;
	await press(played, 'n');
	t.true(played.player.positionMs > positionMs);
});

test('an event that is longer than the screen is read to its end by pages, and the title tells the rows', async t => {
	const played = await play(t);
	await press(played, 'e', ']', ']', ']', 'd');
	const {count = ''} = /rows 1–20 of (?<count>\d+)$/mv.exec(await played.readScreen())?.groups ?? {};
	t.true(Number(count) > 20);
	t.notRegex(await played.readScreen(), /^ Recording +web1/mv);
	await press(played, 'page-down', 'page-down');
	t.regex(await played.readScreen(), new RegExp(`rows ${Number(count) - 19}–${count} of ${count}$`, 'mv'));
	t.regex(await played.readScreen(), /^ Recording +web1/mv);
	await press(played, 'g');
	t.regex(await played.readScreen(), /rows 1–20 of/v);
});
