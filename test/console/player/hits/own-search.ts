import test from 'ava';
import type {PlayerState} from '../../../../source/console/player/player-state.ts';
import type {State} from '../../../../source/console/state.ts';
import {makeHit, makeHitsState} from '../../../helpers/hits-day.ts';
import {pressKeys} from '../../../helpers/press-keys.ts';

const opened = pressKeys(makeHitsState({columns: 80, rows: 24}), 'enter').state;
const patterns = [{type: 'word', text: 'sudo'}] as const;

/** Played from the list of hits, where another session has hits too. */
function playing(fields: Partial<PlayerState>): State {
	const {player} = opened;
	return {...opened, player: player && {...player, stage: 'open', positionMs: 2_000_000, ...fields}};
}

const ownSearch: Partial<PlayerState> = {
	hits: {patterns, hits: [makeHit(5000, 'sudo')], count: 1},
	search: {input: undefined, recalled: 0, asked: {written: 'sudo', query: {type: 'word', pattern: patterns[0]}, patterns}, isWaiting: false, searchedId: 1, isIndexed: true},
};

test('past the last hit from the list, n plays the next session that has one', t => {
	t.is(pressKeys(playing({}), 'n').state.player?.session.host, 'db2');
});

test('past the last hit of a search of this recording, n stays in it', t => {
	const {state, effects} = pressKeys(playing(ownSearch), 'n');
	t.is(state.player?.session.host, 'web1');
	t.is(state.notice?.text, 'That was the last hit.');
	t.deepEqual(effects.filter(({type}) => type === 'open' || type === 'loadHits'), []);
	t.is(pressKeys(playing({...ownSearch, positionMs: 0}), 'N').state.notice?.text, 'That was the first hit.');
});

test('when a search of this recording was emptied, n goes nowhere', t => {
	const {state} = pressKeys(playing({hits: undefined}), 'n');
	t.is(state.player?.session.host, 'web1');
	t.regex(state.notice?.text ?? '', /Nothing is looked for/v);
});
