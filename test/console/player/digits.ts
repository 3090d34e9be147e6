import test from 'ava';
import type {Effect} from '../../../source/console/effect.ts';
import type {State} from '../../../source/console/state.ts';
import {update} from '../../../source/console/update.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';

type Played = {readonly state: State; readonly effects: readonly Effect[]};

/** Press keys one after the other; `…` stands for the time after which the first timer of the digits rings. */
function press(keys: readonly string[], from: State = makeState({player: makePlayer()})): Played {
	let state = from;
	const effects: Effect[] = [];
	for (const key of keys) {
		const done = key === '…' ? update(state, ring(effects)) : update(state, {type: 'pressed', press: {key, text: key}});
		({state} = done);
		effects.push(...done.effects);
	}

	return {state, effects};
}

function ring(effects: readonly Effect[]) {
	const timer = effects.findLast(effect => effect.type === 'after');
	if (timer?.type !== 'after') {
		throw new Error('No timer runs.');
	}

	return timer.action;
}

const lastSeek = ({effects}: Played): number | undefined => effects.findLast(effect => effect.type === 'seek')?.positionMs;

const rows: ReadonlyArray<readonly [keys: string, title: string, seek: number | undefined, digits: string | undefined]> = [
	['5', 'one digit waits', undefined, '5'],
	['5 …', 'one digit alone is a tenth of the bar', 79_000, undefined],
	['0 …', '0 alone is the start', 0, undefined],
	['5 G', 'one digit and G are seconds', 5000, undefined],
	['9 0 G', '90G is second 90', 90_000, undefined],
	['9 0 enter', 'Enter goes as G does', 90_000, undefined],
	['0 1 : 3 0 G', '01:30G is minute 1:30, beyond the end here', 90_000, undefined],
	['0 : 1 2 . 5 G', '0:12.5G is half a second after 12', 12_500, undefined],
	['9 0', 'two digits wait for more', undefined, '90'],
	['9 0 …', 'two digits are dropped after a while', undefined, undefined],
	['9 0 backspace', 'Backspace takes the last one off', undefined, '9'],
	['9 backspace', 'Backspace on the last one drops all', undefined, undefined],
	['9 0 esc', 'Esc drops them', undefined, undefined],
	['1 2 right', 'another key drops them and acts', 5000, undefined],
	['1 : G', 'what is no position goes nowhere', undefined, undefined],
	['G', 'G alone goes to the end', 100_000, undefined],
];
for (const [keys, title, seek, digits] of rows) {
	test(`${keys}: ${title}`, t => {
		const played = press(keys.split(' '));
		t.is(lastSeek(played), seek);
		t.is(played.state.player?.digits, digits);
	});
}

test('the first digit waits 400 ms, more wait 5 s', t => {
	const delays = press(['1', '2']).effects.flatMap(effect => effect.type === 'after' ? [effect.delayMs] : []);
	t.deepEqual(delays, [400, 5000]);
});

test('a second character stops the wait for a tenth', t => {
	t.true(press(['1', '2']).effects.some(effect => effect.type === 'forget' && effect.name === 'player.tenth'));
});

test('a key without meaning drops what was typed', t => {
	t.is(press(['1', '2', 'ctrl-x']).state.player?.digits, undefined);
});

test('Space acts at once while digits are typed', t => {
	t.true(press(['1', '2', 'space']).state.player?.isPlaying);
});
