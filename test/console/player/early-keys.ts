import test from 'ava';
import {newPlayer} from '../../../source/console/player/new-player.ts';
import {update} from '../../../source/console/update.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const {session, recording, screen} = makePlayer();
const opening = makeState({player: newPlayer(session, {idleLimitMs: 2000, positionMs: 0})});
const opened = {type: 'opened', session, recording, positionMs: 0, screen} as const;

test('what is typed while a recording opens acts when it is open, in order', t => {
	const {state, effects} = update(pressKeys(opening, '.', '3', '0', 'G').state, opened);
	t.like(state.player, {isPlaying: false, targetMs: 30_000, digits: undefined, earlyKeys: []});
	t.deepEqual(effects.filter(({type}) => type === 'step' || type === 'seek'), [{type: 'step', direction: 'forward'}, {type: 'seek', positionMs: 30_000}]);
});

test('letters of a search typed early are none of the player\'s keys', t => {
	t.is(update(pressKeys(opening, '/', 's', 'q', ':').state, opened).state.player?.search.input?.text, 'sq:');
});

test('Esc forgets keys that wait, and q leaves when none does', t => {
	t.true(update(pressKeys(opening, '.', 'esc').state, opened).state.player?.isPlaying);
	t.is(pressKeys(opening, '.', 'esc', 'q').state.player, undefined);
});

test('a recording that cannot be opened is left by a q that waited', t => {
	t.is(update(pressKeys(opening, '.', 'q').state, {type: 'openFailed', message: 'no'}).state.player, undefined);
});
