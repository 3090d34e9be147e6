import test from 'ava';
import {viewPane} from '../../../../source/console/player/pane-view.ts';
import {parseKeyMap} from '../../../../source/keys/parse-key-map.ts';
import type {PlayerState} from '../../../../source/console/player/player-state.ts';
import {makePlayer} from '../../../helpers/make-player.ts';
import {makeState} from '../../../helpers/make-state.ts';
import {pressKeys} from '../../../helpers/press-keys.ts';

const screen = {columns: 80, rows: 24, cursor: {column: 5, row: 3, isVisible: true}};

function press(keys: string, fields: Partial<PlayerState> = {}) {
	return pressKeys(makeState({player: makePlayer({screen, ...fields}), size: {columns: 100, rows: 40}}), ...keys.split(' '));
}

const moves: ReadonlyArray<readonly [keys: string, column: number, row: number]> = [
	['v', 5, 3], ['v l', 6, 3], ['v right', 6, 3], ['v h', 4, 3], ['v left', 4, 3], ['v j', 5, 4], ['v down', 5, 4], ['v k', 5, 2], ['v up', 5, 2], ['v g', 0, 0], ['v home', 0, 0], ['v G', 79, 23], ['v end', 79, 23], ['v g h k', 0, 0], ['v G l j', 79, 23],
];
for (const [keys, column, row] of moves) {
	test(`${keys}: the place is column ${column}, row ${row}`, t => {
		t.deepEqual(press(keys).state.player?.selection?.cursor, {column, row});
	});
}

test('v goes from a place to lines, a block, and back', t => {
	t.deepEqual(['v', 'v v', 'v v v', 'v v v v'].map(keys => press(keys).state.player?.selection?.shape), ['off', 'line', 'block', 'off']);
});

test('what is chosen reaches from where v was pressed to the place', t => {
	t.like(press('v l l v j').state.player?.selection, {anchor: {column: 7, row: 3}, cursor: {column: 7, row: 4}});
});

test('playing pauses while text is chosen', t => {
	t.false(press('v', {isPlaying: true}).state.player?.isPlaying);
});

for (const key of ['y', 'enter']) {
	test(`${key} copies what is chosen and leaves`, t => {
		const {state, effects} = press(`v v j ${key}`);
		t.is(state.player?.selection, undefined);
		t.deepEqual(effects.filter(effect => effect.type === 'copySelection'), [{type: 'copySelection', selection: {shape: 'line', anchor: {column: 5, row: 3}, cursor: {column: 5, row: 4}}}]);
	});
}

for (const key of ['esc', 'q']) {
	test(`${key} leaves without copying`, t => {
		const {state, effects} = press(`v v ${key}`);
		t.is(state.player?.selection, undefined);
		t.is(state.screen, 'player');
		t.false(effects.some(effect => effect.type === 'copySelection'));
	});
}

test('keys of the player do nothing while text is chosen', t => {
	t.false(press('v space').effects.some(effect => effect.type === 'beat' && effect.isOn));
});

test('the view goes where the place goes, even if it was to stay', t => {
	const large = {columns: 200, rows: 60, cursor: {column: 0, row: 0, isVisible: true}};
	const {state} = press('v G', {screen: large, isPanFollowing: false});
	t.deepEqual(state.player?.pan, {column: 100, row: 25});
	t.is(viewPane(state)?.chosen?.length, 1);
});

test('? shows the keys of choosing, and what was chosen stays', t => {
	const {state} = press('v v j ?');
	t.like(state.overlay, {type: 'help', of: 'select'});
	t.is(pressKeys(state, 'q').state.player?.selection?.shape, 'line');
});

test('a person\'s own keys move the place, and the keys they took the place of do not', t => {
	const keys = parseKeyMap('{"select": {"select.left": ["m"], "select.last": ["h"]}}', 'keys.json');
	const started = makeState({player: makePlayer({screen}), size: {columns: 100, rows: 40}});
	const place = (...pressed: readonly string[]) => pressKeys({...started, settings: {...started.settings, keys}}, 'v', ...pressed).state.player?.selection?.cursor;
	t.deepEqual(place('m'), {column: 4, row: 3});
	t.deepEqual(place('h'), {column: 79, row: 23});
	t.deepEqual(place('left'), {column: 5, row: 3});
});
