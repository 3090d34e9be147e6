import test from 'ava';
import {parseKeyMap} from '../../source/keys/parse-key-map.ts';
import type {State} from '../../source/console/state.ts';
import {tellNoHits} from '../../source/console/hits/tell-no-hits.ts';
import {sayEmpty} from '../../source/console/lists/say-empty.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {makePlayer} from '../helpers/make-player.ts';
import {makeState} from '../helpers/make-state.ts';
import {pressKeys} from '../helpers/press-keys.ts';

const keys = parseKeyMap('{"sessions": {"app.help": ["ctrl-g"], "filter.edit": ["W"], "mark.toggle": ["M"]}, "input": {"input.accept": ["ctrl-g"]}, "help": {"focus.next": ["N"]}}', 'keys.json');
const plain = makeAuditState({columns: 80, rows: 24});
const list: State = {...plain, settings: {...plain.settings, keys}};

test('a person\'s own keys act, and the keys they took the place of do not', t => {
	t.is(pressKeys(list, '?').state.overlay, undefined);
	t.is(pressKeys(list, 'ctrl-g').state.overlay?.type, 'help');
	t.true(pressKeys(list, 'W').state.sessions.isEditing);
	t.false(pressKeys(list, 'W', 'ctrl-g').state.sessions.isEditing);
	t.like(pressKeys(list, 'ctrl-g', 'N').state.overlay, {type: 'help', of: 'hits'});
});

test('hints, help and palette name a person\'s own keys', async t => {
	const frame = await drawState(list);
	t.regex(frame, /W filter {2}M mark/v);
	t.regex(frame, /Ctrl-g help$/mv);
	t.regex(await drawState(pressKeys(list, 'ctrl-g').state), /Ctrl-g +keys of this screen/v);
	t.regex(await drawState(pressKeys(list, ':', 'h', 'e', 'l').state), /help.* Ctrl-g/v);
});

test('what stands in place of rows names a person\'s own keys', t => {
	const own = parseKeyMap('{"sessions": {"filter.edit": ["W"], "data.refresh": ["ctrl-g"]}, "hits": {"filter.edit": ["V"]}}', 'keys.json');
	const write = (rows: ReturnType<typeof sayEmpty>) => rows.flat().map(({text}) => text).join('\n');
	const state: State = {...plain, settings: {...plain.settings, keys: own}};
	t.regex(write(sayEmpty({title: 'None.', lines: [], steps: [['data.refresh', 'retry'], ['filter.edit', 'edit']]}, state)), /Ctrl-g retry {3}W edit/v);
	const noHits: State = {...state, screen: 'hits', hits: {...state.hits, applied: {text: '', query: {type: 'all'}, patterns: []}}};
	t.regex(write(sayEmpty(tellNoHits(noHits), noHits)), /V query {3}1 sessions/v);
});

test('what the player tells names a person\'s own keys', t => {
	const own = parseKeyMap('{"player": {"bookmark.add": ["m"], "filter.edit": ["W"], "events.toggle": ["E"], "events.kinds": ["e"], "loop.mark": ["R"]}, "select": {"select.copy": ["c"]}}', 'keys.json');
	const played = makeState({player: makePlayer()});
	const told = (...pressed: readonly string[]) => pressKeys({...played, settings: {...played.settings, keys: own}}, ...pressed).state.notice?.text ?? '';
	t.is(told('\''), 'No bookmark in this recording: m sets one.');
	t.is(told('n'), 'Nothing is looked for: W searches this recording.');
	t.is(told('+'), 'No events are shown: E shows them.');
	t.is(told('R'), 'Loop starts here; R again sets its end.');
	t.is(told('v'), 'Choose text: v begins, c copies, Esc leaves.');
});
