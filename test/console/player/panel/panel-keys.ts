import test from 'ava';
import type {Size} from '../../../../source/console/layout.ts';
import type {PlayerState} from '../../../../source/console/player/player-state.ts';
import {makeGap, makePlayer} from '../../../helpers/make-player.ts';
import {makeState} from '../../../helpers/make-state.ts';
import {pressKeys} from '../../../helpers/press-keys.ts';

const {recording} = makePlayer();
const gaps = [10_000, 30_000, 50_000, 70_000].map(fromMs => makeGap({fromMs, untilMs: fromMs + 3200}));

const usual: Size = {columns: 80, rows: 24};

function press(keys: string, fields: Partial<PlayerState> = {}, size: Size = usual) {
	const player = makePlayer({recording: {...recording, gaps}, positionMs: 35_000, ...fields});
	const {state, effects} = pressKeys(makeState({player, size}), ...keys.split(' '));
	return {panel: state.player?.panel, notice: state.notice?.text, overlay: state.overlay, seek: effects.findLast(effect => effect.type === 'seek')?.positionMs};
}

test('e shows the events and hides them again', t => {
	t.true(press('e').panel?.isOpen);
	t.false(press('e e').panel?.isOpen);
});

test('where the window is short there is no room for events, and that is said', t => {
	const {panel, notice} = press('e', {}, {columns: 80, rows: 19});
	t.false(panel?.isOpen);
	t.is(notice, 'No room for events: the window needs 20 rows.');
});

test('Tab gives the events the keys, on the present one, and takes them away', t => {
	t.is(press('tab').panel?.chosen, 1);
	t.is(press('tab tab').panel?.chosen, undefined);
	t.is(press('tab esc').panel?.chosen, undefined);
});

const moves: ReadonlyArray<readonly [keys: string, chosen: number]> = [['j', 2], ['down', 2], ['k', 0], ['up', 0], ['g', 0], ['G', 3], ['j j j j', 3], ['k k k', 0], ['page-down', 3], ['ctrl-u', 0]];
for (const [keys, chosen] of moves) {
	test(`among the events ${keys} chooses number ${chosen}`, t => {
		t.is(press(`tab ${keys}`).panel?.chosen, chosen);
	});
}

test('Enter goes to the chosen event', t => {
	t.is(press('tab j enter').seek, 50_000);
});

test('keys that are not of the events still play', t => {
	t.is(press('tab right').seek, 40_000);
});

test('E shows one kind after the other, and all again', t => {
	t.deepEqual(['E', 'e E', 'e E E E E', 'e E E E E E'].map(keys => press(keys).panel?.kinds), ['all', 'problem', 'hit', 'all']);
	t.is(press('e E').notice, 'Only problems are shown.');
});

test('the keys go back to the recording when no event of the kind is there', t => {
	t.is(press('tab E E').panel?.chosen, undefined);
});

test('+ and _ change the room that the events have, within limits', t => {
	const size = {columns: 120, rows: 40};
	t.is(press('e +', {}, size).panel?.growth, 1);
	t.is(press('e =', {}, size).panel?.growth, 1);
	t.is(press('e _ _ _ _', {}, size).panel?.growth, -2);
	t.is(press('e + + + + + + + + + + + +', {}, size).panel?.growth, 6);
	t.is(press('+').notice, 'No events are shown: e shows them.');
});

test('d tells of the last event that has happened, or of the chosen one', t => {
	t.like(press('d').overlay, {type: 'detail', index: 1});
	t.like(press('tab j d').overlay, {type: 'detail', index: 2});
	t.is(press('d', {recording}).notice, 'No event is known here.');
});
