import test from 'ava';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {makePlayer} from '../helpers/make-player.ts';
import {makeState} from '../helpers/make-state.ts';
import {tellUnrecorded} from '../../source/console/page/tell-unrecorded.ts';
import {matchFrames} from '../helpers/match-frame.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});
const playing = makeState({player: makePlayer({positionMs: 42_000})});

function run(line: string, state: State = list): ReturnType<typeof pressKeys> {
	return pressKeys(state, ':', ...keysOf(line), 'enter');
}

test('the plain page of the list has its text and nothing else', matchFrames, 'plain', size => pressKeys({...list, size}, 'L').state);
test('the choice of a store at the first start', matchFrames, 'first-start', size => run('store', {...list, size, store: {...list.store, isDemo: true, name: 'demo'}}).state);

test('the choice of recordings at the first start', matchFrames, 'first-start-recordings', size => pressKeys(run('store', {...list, size, store: {...list.store, isDemo: true, name: 'demo'}}).state, 'right', 'right', 'tab', 'tab', ...keysOf('~/logs')).state);

test('any key returns from the plain page', t => {
	t.is(pressKeys(list, 'L').state.overlay?.type, 'page');
	t.is(pressKeys(list, 'L', 'j').state.overlay, undefined);
});

test('the plain page of a recording is read from its cells', t => {
	t.deepEqual(pressKeys(playing, 'L').effects, [{type: 'readScreen', file: undefined}]);
	const read = update(playing, {type: 'pageRead', title: '', lines: ['root@web1:~# id', '\u{202E}x']}).state;
	t.like(read.overlay, {type: 'page', lines: ['root@web1:~# id', '\u{202E}x']});
});

test('hostile text on a page is drawn as text', async t => {
	t.true((await drawState(update(playing, {type: 'pageRead', title: '', lines: ['\u{202E}abc\u{1B}[2J']}).state)).includes(String.raw`\u202eabc\x1b[2J`));
});

test('the access log is a page that scrolls', t => {
	t.deepEqual(run('log').effects.at(-1), {type: 'readLog', timeZone: '+01:00'});
	const lines = Array.from({length: 100}, (_, index) => `entry ${index}`);
	const page = update(list, {type: 'pageRead', title: 'Access log', lines}).state;
	t.like(pressKeys(page, 'j', 'page-down').state.overlay, {firstRow: 23});
	t.like(pressKeys(page, 'G', 'j').state.overlay, {firstRow: 78});
	t.is(pressKeys(page, 'q').state.overlay, undefined);
});

test('a screen is saved as text', t => {
	t.like(run('screen ./out.txt').effects.at(-1), {type: 'writeText', file: './out.txt'});
	t.true(run('screen ./out.txt', playing).effects.some(effect => effect.type === 'readScreen' && effect.file === './out.txt'));
	t.regex(run('screen').state.overlay?.type ?? '', /palette/v);
});

test('`-` goes back to the view before, and forth again', t => {
	const hits = pressKeys(list, '2').state;
	t.is(pressKeys(hits, '-').state.screen, 'sessions');
	t.is(pressKeys(hits, '-', '-').state.screen, 'hits');
	const left = pressKeys({...playing, list: 'sessions'}, 'q').state;
	t.deepEqual(pressKeys(left, '-').effects, [{type: 'find', address: 'web1/2a5bdd2bdd6e4ad3b2ccbe3f6a6f84f7-39d-1c81a@0:42'}]);
	t.regex(pressKeys(list, '-').state.notice?.text ?? '', /no view before/v);
});

test('columns are chosen by name, and all come back', async t => {
	const chosen = run('columns start, user').state;
	t.deepEqual(chosen.settings.columns, ['start', 'user']);
	t.false((await drawState(chosen)).includes('HOST'));
	t.is(run('columns', chosen).state.settings.columns, undefined);
	t.regex(run('columns colour').state.notice?.text ?? '', /No column "colour": start, length, user/v);
});

test('`fps` is told the pane', t => {
	t.deepEqual(run('fps 10').effects.at(-1), {type: 'setFps', fps: 10});
	t.regex(run('fps 0').state.notice?.text ?? '', /from 1 to 60/v);
});

test('`help WORD` shows the keys it finds', t => {
	t.like(run('help sort').state.overlay, {type: 'help', find: {text: 'sort'}});
});

test('`next gap` does what its key does', t => {
	t.is(run('next gap', playing).state.notice?.text, pressKeys(playing, '!').state.notice?.text);
	t.regex(run('next thing', playing).state.notice?.text ?? '', /next needs one of: command, gap/v);
});

test('at the first start recordings can be brought into a store of one\'s own', t => {
	const first = run('store', {...list, store: {...list.store, isDemo: true, name: 'demo'}}).state;
	const asked = pressKeys(first, 'right', 'right', 'tab', 'tab');
	t.deepEqual(pressKeys(asked.state, ...keysOf('~/logs'), 'enter').effects.at(-1), {type: 'openStore', address: '/home/dora/.local/share/scribery/store.db', isKept: true, recordings: '~/logs'});
	t.like(pressKeys(asked.state, 'enter').state.overlay, {errors: {address: 'Which recordings? Write the path of a file or of a directory.'}});
});

test('a store is chosen by address, or the present one kept', t => {
	t.like(pressKeys(run('store').state, 'tab', 'space', 'tab', ...keysOf('case.db'), 'enter').effects.at(-1), {type: 'openStore', address: 'case.db', isKept: false});
	t.like(pressKeys(run('store').state, 'tab', 'tab', 'enter').effects.at(-1), {type: 'openStore', address: '/home/dora/.local/share/scribery/store.db', isKept: true});
	t.is(pressKeys(run('store').state, 'left', 'tab', 'tab', 'enter').state.notice?.text, 'Still in es:audit.');
});

const audit = {events: 1402, commands: 9, firstCommands: ['bash', 'sudo -i', 'printf \u{1B}[2J'], lastCommand: 'systemctl stop shop', isRoot: true};
const login = {host: 'web2', boot: undefined, auditSession: 41, user: 'bob', firstAt: Date.UTC(2026, 10, 23, 9, 12), lastAt: Date.UTC(2026, 10, 23, 9, 40, 7), audit};

test('logins without a recording are a page of what they ran', matchFrames, 'unrecorded', size => update({...list, size}, {type: 'pageRead', ...tellUnrecorded({logins: [login, {...login, user: undefined, audit: {...audit, events: 1, commands: 1, firstCommands: ['id'], isRoot: false}}], total: 2}, '+01:00')}).state);

test('where every login is recorded the page says so', t => {
	t.regex(tellUnrecorded({logins: [], total: 0}, '+01:00').lines.join(' '), /Every login .* has a recording/v);
});
