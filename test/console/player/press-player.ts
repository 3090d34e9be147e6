import test from 'ava';
import type {PlayerState} from '../../../source/console/player/player-state.ts';
import type {Session} from '../../../source/store/store.ts';
import {steerPlayer} from '../../../source/console/player/steer-player.ts';
import {update} from '../../../source/console/update.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';

function press(fields: Partial<PlayerState>, key: string) {
	const done = update(makeState({player: makePlayer(fields)}), {type: 'pressed', press: {key, text: key}});
	return {player: done.state.player, notice: done.state.notice?.text, effects: done.effects};
}

const live: Session = {...makePlayer().session, state: 'live'};
const large = {columns: 200, rows: 60, cursor: {column: 0, row: 0, isVisible: false}};

const rows: ReadonlyArray<readonly [key: string, title: string, before: Partial<PlayerState>, after: Partial<PlayerState>]> = [
	['space', 'plays', {}, {isPlaying: true}],
	['space', 'pauses', {isPlaying: true}, {isPlaying: false}],
	['p', 'plays as Space does', {}, {isPlaying: true}],
	['}', 'doubles the speed', {speed: 1}, {speed: 2}],
	['>', 'doubles the speed', {speed: 32}, {speed: 64}],
	['}', 'stays at the highest speed', {speed: 64}, {speed: 64}],
	['}', 'goes to the next of the set', {speed: 3}, {speed: 4}],
	['{', 'halves the speed', {speed: 1}, {speed: 1 / 2}],
	['<', 'goes to the next of the set below', {speed: 3}, {speed: 2}],
	['{', 'stays at the lowest speed', {speed: 1 / 16}, {speed: 1 / 16}],
	['backspace', 'sets speed 1', {speed: 8}, {speed: 1}],
	['}', 'changes nothing at the live edge', {isFollowing: true, session: live}, {speed: 1}],
	['right', 'goes 5 s on', {positionMs: 7000}, {targetMs: 12_000}],
	['left', 'goes 5 s back', {positionMs: 7000}, {targetMs: 2000}],
	['up', 'goes a minute on', {positionMs: 7000}, {targetMs: 67_000}],
	['down', 'goes a minute back', {positionMs: 77_000}, {targetMs: 17_000}],
	[')', 'goes 10 % of the bar on', {}, {targetMs: 62_200}],
	['shift-left', 'goes 10 % of the bar back', {positionMs: 100_000}, {targetMs: 95_800}],
	['g', 'goes to the start', {positionMs: 7000}, {targetMs: 0}],
	['end', 'goes to the end', {}, {targetMs: 100_000}],
	['enter', 'skips this pause', {positionMs: 7000}, {targetMs: 61_000}],
	['i', 'switches the idle limit off', {}, {idleLimitMs: Infinity}],
	['i', 'switches the idle limit on', {idleLimitMs: Infinity}, {idleLimitMs: 2000}],
	['.', 'pauses to step', {isPlaying: true}, {isPlaying: false}],
	[',', 'pauses to step back', {isPlaying: true}, {isPlaying: false}],
	['f', 'gives the recording the screen', {}, {isFull: true}],
	['f', 'gives the screen back', {isFull: true}, {isFull: false}],
	['z', 'lets the view stay', {}, {isPanFollowing: false}],
	['l', 'moves the view 8 columns', {screen: large}, {pan: {column: 8, row: 0}, isPanFollowing: false}],
	['j', 'moves the view 4 rows', {screen: large}, {pan: {column: 0, row: 4}, isPanFollowing: false}],
	['h', 'moves the view back', {screen: large, pan: {column: 20, row: 9}}, {pan: {column: 12, row: 9}}],
	['k', 'moves the view up', {screen: large, pan: {column: 20, row: 9}}, {pan: {column: 20, row: 5}}],
	['h', 'stays at the edge', {screen: large}, {pan: {column: 0, row: 0}, isPanFollowing: true}],
	['o', 'starts a loop', {positionMs: 5000}, {loop: {fromMs: 5000, untilMs: undefined}}],
	['o', 'ends a loop', {positionMs: 9000, loop: {fromMs: 5000, untilMs: undefined}}, {loop: {fromMs: 5000, untilMs: 9000}}],
	['o', 'ends a loop before its start', {positionMs: 2000, loop: {fromMs: 5000, untilMs: undefined}}, {loop: {fromMs: 2000, untilMs: 5000}}],
	['o', 'refuses a loop under a second', {positionMs: 5500, loop: {fromMs: 5000, untilMs: undefined}}, {loop: {fromMs: 5000, untilMs: undefined}}],
	['o', 'takes the loop off', {loop: {fromMs: 5000, untilMs: 9000}}, {loop: undefined}],
	['O', 'loops the whole recording', {}, {loop: 'all'}],
	['o', 'refuses to loop what is live', {session: live}, {loop: undefined}],
	['F', 'follows the live edge', {session: live}, {isFollowing: true, isPlaying: true, targetMs: 100_000}],
	['F', 'no longer follows: it stays where it is', {session: live, isFollowing: true, isPlaying: true}, {isFollowing: false, isPlaying: false}],
];
for (const [key, title, before, after] of rows) {
	test(`${key} ${title} (${JSON.stringify(after)})`, t => {
		t.like(press(before, key).player, after);
	});
}

test('a step asks for a frame', t => {
	t.deepEqual(press({}, '.').effects.filter(effect => effect.type === 'step'), [{type: 'step', direction: 'forward'}]);
	t.deepEqual(press({}, ',').effects.filter(effect => effect.type === 'step'), [{type: 'step', direction: 'back'}]);
});

test('y copies the address with the position', t => {
	t.deepEqual(press({positionMs: 12_417}, 'y').effects, [{type: 'copy', text: 'web1/2a5bdd2bdd6e4ad3b2ccbe3f6a6f84f7-39d-1c81a@0:12.417', what: 'address'}]);
});

test('q goes back to the list and closes the recording', t => {
	const {player, effects} = press({isPlaying: true}, 'q');
	t.is(player, undefined);
	t.true(effects.some(effect => effect.type === 'closePlayer'));
	t.true(effects.some(effect => effect.type === 'beat' && !effect.isOn));
	t.true(effects.some(effect => effect.type === 'show' && effect.view === undefined));
});

test('while the recording is opening keys change nothing', t => {
	const {player, effects} = press({stage: 'opening'}, 'right');
	t.is(player?.targetMs, undefined);
	t.deepEqual(effects, []);
});

test('time ticks only while something moves', t => {
	const beatOf = (fields: Partial<PlayerState>, key: string) => press(fields, key).effects.find(effect => effect.type === 'beat');
	t.deepEqual(beatOf({}, 'space'), {type: 'beat', isOn: true});
	t.deepEqual(beatOf({isPlaying: true}, 'space'), {type: 'beat', isOn: false});
	t.deepEqual(beatOf({isPlaying: true}, 'right'), {type: 'beat', isOn: false});
	t.is(beatOf({isPlaying: true}, '}'), undefined);
});

test('what lies over the pane holds playing and takes the pane away', t => {
	const before = makeState({player: makePlayer({isPlaying: true})});
	const {effects} = steerPlayer(before, {state: {...before, overlay: {type: 'peek', tab: 'info'}}, effects: []});
	t.deepEqual(effects, [{type: 'show', view: undefined}, {type: 'beat', isOn: false}]);
});
