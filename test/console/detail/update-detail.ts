import test from 'ava';
import {drawDetail} from '../../../source/console/detail/draw-detail.ts';
import {viewOf} from '../../../source/console/view.ts';
import {makeGap, makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const {recording, session} = makePlayer();
const gaps = [10_000, 30_000, 50_000].map(fromMs => makeGap({fromMs, untilMs: fromMs + 3200, detail: `12 messages missing after ${fromMs}\u{1B}[2J`}));
const before = makeState({player: makePlayer({recording: {...recording, gaps}, positionMs: 35_000})});

function readPage(keys: string): {readonly page: string; readonly notice: string | undefined} {
	const {state} = pressKeys(before, ...keys.split(' '));
	const detail = state.overlay?.type === 'detail' ? state.overlay : undefined;
	return {page: detail === undefined ? '' : drawDetail(viewOf(state), detail).map(pieces => pieces.map(({text}) => text).join('')).join('\n'), notice: state.notice?.text};
}

test('an event is told with its place, its time, who was there, and nothing that acts', t => {
	const {page} = readPage('d');
	t.regex(page, /^ web1\/39d-1c81a@0:30 │ Event 2 of 3/v);
	t.regex(page, /What +! problem/v);
	t.regex(page, /Found +12 messages missing after 30000\\x1b\[2J/v);
	t.regex(page, /Messages +120 to 131/v);
	t.regex(page, /When +Mon 2026-11-23 09:46:48\.000 \+00:00 {4}position 0:30\.000/v);
	t.regex(page, /Until +0:33\.200, 3\.2 s later/v);
	t.regex(page, /Who +alice on web1, terminal xterm-256color, audit session 69$/mv);
});

test('] and [ go to the neighbours and say where there is none', t => {
	t.regex(readPage('d ]').page, /Event 3 of 3/v);
	t.regex(readPage('d [').page, /Event 1 of 3/v);
	t.is(readPage('d ] ]').notice, 'Last event.');
	t.is(readPage('d [ [').notice, 'First event.');
});

test('Enter plays from the event, in the player that is open', t => {
	const {state, effects} = pressKeys(before, 'd', 'enter');
	t.is(state.overlay, undefined);
	t.is(state.player?.targetMs, 30_000);
	t.false(effects.some(effect => effect.type === 'open'));
});

test('y copies the place and Y the text of the event', t => {
	const {effects} = pressKeys(before, 'd', 'y', 'Y');
	t.deepEqual(effects.filter(effect => effect.type === 'copy').map(({text}) => text), [`web1/${session.rec}@0:30`, String.raw`gap 3.2 s, 12 messages missing after 30000\x1b[2J`]);
});

test('? shows the keys of events, and the event comes back', t => {
	const {state} = pressKeys(before, 'd', '?');
	t.like(state.overlay, {type: 'help', of: 'events'});
	t.like(pressKeys(state, 'q').state.overlay, {type: 'detail', index: 1});
});

for (const key of ['q', 'esc', 'd']) {
	test(`${key} goes back from an event to the recording`, t => {
		const {state} = pressKeys(before, 'd', key);
		t.is(state.overlay, undefined);
		t.is(state.screen, 'player');
	});
}
