import test from 'ava';
import {openPlayer} from '../../../../source/console/player/open-player.ts';
import type {PlayerHits} from '../../../../source/console/player/hits/player-hits.ts';
import type {PlayerState} from '../../../../source/console/player/player-state.ts';
import {viewPane} from '../../../../source/console/player/pane-view.ts';
import {makePlayer} from '../../../helpers/make-player.ts';
import {makeState} from '../../../helpers/make-state.ts';
import {pressKeys} from '../../../helpers/press-keys.ts';

const hits: PlayerHits = {
	patterns: [{type: 'phrase', text: 'test failed'}],
	hits: [10_000, 61_000, 61_000, 90_000].map(fromMs => ({kind: 'seen', fromMs, untilMs: fromMs + 500, line: 'test failed', matches: [{from: 0, to: 11}]})),
	count: 4,
};

function press(keys: string, fields: Partial<PlayerState> = {}) {
	const {state, effects} = pressKeys(makeState({player: makePlayer({hits, ...fields})}), ...keys.split(' '));
	return {targetMs: state.player?.targetMs, notice: state.notice?.text, effects};
}

test('n and N go to the first instant of the next and previous hit', t => {
	t.is(press('n').targetMs, 10_000);
	t.is(press('n n').targetMs, 61_000);
	t.is(press('n n n').targetMs, 90_000);
	t.is(press('N', {positionMs: 90_000}).targetMs, 61_000);
	t.is(press('N N', {positionMs: 90_000}).targetMs, 10_000);
});

test('past the last and the first hit it stays, and says so', t => {
	t.like(press('n', {positionMs: 95_000}), {targetMs: undefined, notice: 'That was the last hit.'});
	t.like(press('N'), {targetMs: undefined, notice: 'That was the first hit.'});
	t.like(press('n', {hits: {...hits, hits: [], count: 0}}), {notice: 'No hit in this recording.'});
	t.like(press('n', {hits: undefined}), {notice: 'Nothing is looked for: / searches this recording.'});
});

test('opened from a hit, playing begins a second before it', t => {
	const {state, effects} = openPlayer(makeState(), makePlayer().session, 61_000, hits);
	t.true(state.player?.isPlaying);
	t.like(effects[0], {type: 'open', positionMs: 61_000, leadMs: 1000});
	t.like(openPlayer(makeState(), makePlayer().session, 61_000).effects[0], {leadMs: 0});
});

test('what is looked for is marked on the screen', t => {
	t.deepEqual(viewPane(makeState({player: makePlayer({hits})}))?.patterns, hits.patterns);
});
