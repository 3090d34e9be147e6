import test from 'ava';
import {findCommands} from '../../source/console/palette/commands.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {makeHitsState} from '../helpers/hits-day.ts';
import {makePlayer} from '../helpers/make-player.ts';
import {makeState} from '../helpers/make-state.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});

test('commands are found by their beginning, then by any part, then by letters in order', t => {
	t.is(findCommands('so')[0]?.name, 'sort');
	t.falsy(findCommands('edle').some(({name}) => name === 'idle'));
	t.is(findCommands('gl')[0]?.name, 'glyphs');
	t.true(findCommands('leave').some(({name}) => name === 'quit'));
});

test('a name cut short runs the chosen command', t => {
	t.deepEqual(pressKeys(list, ':', ...keysOf('qui'), 'enter').effects, [{type: 'exit', code: 0}]);
});

test('a command that needs words is completed first', t => {
	const {state} = pressKeys(list, ':', ...keysOf('the'), 'enter');
	t.like(state.overlay, {type: 'palette', input: {text: 'theme '}});
	t.is(pressKeys(state, ...keysOf('light'), 'enter').state.settings.theme, 'light');
});

test('the arrows choose, Tab completes, Esc and an emptied line close', t => {
	const chosen = pressKeys(list, ':', 'down', 'tab').state;
	t.like(chosen.overlay, {type: 'palette', input: {text: 'hits '}});
	t.is(pressKeys(list, ':', 'esc').state.overlay, undefined);
	t.is(pressKeys(list, ':', 'x', 'backspace', 'backspace').state.overlay, undefined);
});

test('words that a command cannot use are told', t => {
	for (const [line, notice] of [
		['sort colour', /sort needs one of: start, length, user, host, size/v],
		['speed 99', /speed needs a number from 0.01 to 64/v],
		['tz Mars/Olympus', /No time zone "Mars\/Olympus"/v],
		['theme pink', /theme needs one of: auto/v],
		['goto 12:04', /Nothing is being played/v],
	] as const) {
		const {state} = pressKeys(list, ':', ...keysOf(line), 'enter');
		t.regex(state.notice?.text ?? '', notice);
		t.true(state.notice?.isError);
	}
});

test('`cli` gives the command that prints the view, quoted for a shell', t => {
	const {state} = pressKeys(list, ':', ...keysOf('cli'), 'enter');
	t.is(state.notice?.text, 'scribery ls \'since:2d not user:root\'');
	const playing = makeState({player: makePlayer()});
	t.regex(pressKeys(playing, ':', ...keysOf('cli'), 'enter').state.notice?.text ?? '', /^scribery play web1\//v);
});

test('`cli` gives the search of the hits, and the running sessions of the wall', t => {
	const noticeOf = (state: typeof list) => pressKeys(state, ':', ...keysOf('cli'), 'enter').state.notice?.text;
	t.is(noticeOf(makeHitsState({columns: 80, rows: 24})), 'scribery search \'seen:"test failed" or typed:nginx since:7d\'');
	t.is(noticeOf(pressKeys(list, '3').state), 'scribery ls has:live');
});

test('a bare time goes there in the player', t => {
	const {state} = pressKeys(makeState({player: makePlayer()}), ':', ...keysOf('0:42'), 'enter');
	t.is(state.overlay, undefined);
	t.is(state.player?.targetMs ?? state.player?.positionMs, 42_000);
});

test('what was run last comes first, among those that fit as well', t => {
	const ran = pressKeys(list, ':', ...keysOf('tz utc'), 'enter', ':', ...keysOf('theme light'), 'enter').state;
	t.deepEqual(ran.recentCommands, ['theme light', 'tz utc']);
	t.deepEqual(findCommands('', ran.recentCommands).slice(0, 3).map(({name}) => name), ['theme', 'tz', 'sessions']);
	t.is(findCommands('t')[0]?.name, findCommands('t', [])[0]?.name);
	t.is(findCommands('t', ['tz utc'])[0]?.name, 'tz');
	t.is(findCommands('theme', ['tz utc'])[0]?.name, 'theme');
});

test('Tab brings back the words that a command was run with last', t => {
	const ran = pressKeys(list, ':', ...keysOf('theme light'), 'enter').state;
	t.like(pressKeys(ran, ':', 'tab').state.overlay, {input: {text: 'theme light'}});
	t.like(pressKeys(ran, ':', ...keysOf('the'), 'enter').state.overlay, {input: {text: 'theme light'}});
	t.like(pressKeys(ran, ':', ...keysOf('theme da'), 'tab').state.overlay, {input: {text: 'theme da'}});
});

test('a line run again is remembered once, and no line that says nothing', t => {
	const ran = pressKeys(list, ':', ...keysOf('tz utc'), 'enter', ':', ...keysOf('theme dark'), 'enter', ':', ...keysOf('tz utc'), 'enter').state;
	t.deepEqual(ran.recentCommands, ['tz utc', 'theme dark']);
});
