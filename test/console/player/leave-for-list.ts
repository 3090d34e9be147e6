import test from 'ava';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

test('S lists who was on at the instant shown', t => {
	const {state, effects} = pressKeys(makeState({player: makePlayer({positionMs: 12_417})}), 'S');
	t.is(state.screen, 'sessions');
	t.is(state.player, undefined);
	t.is(state.sessions.filter.text, 'when:2026-11-23T09:46:30.417Z');
	t.true(effects.some(effect => effect.type === 'closePlayer'));
});

test('without a wall clock nobody can tell who was on', t => {
	const player = makePlayer();
	const {state} = pressKeys(makeState({player: {...player, session: {...player.session, startedAt: undefined}}}), 'S');
	t.is(state.screen, 'player');
	t.regex(state.notice?.text ?? '', /no wall clock/v);
});
