import test from 'ava';
import {drawState} from '../../helpers/draw.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

test('I tells all about the session that is played, and any key goes back to it', async t => {
	const {state, effects} = pressKeys(makeState({player: makePlayer()}), 'I');
	t.regex(await drawState(state), /About web1\/39d-1c81a/v);
	t.true(effects.some(effect => effect.type === 'readMarks'));
	t.is(pressKeys(state, 'x').state.overlay, undefined);
});
