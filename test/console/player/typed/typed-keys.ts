import test from 'ava';
import {viewPane} from '../../../../source/console/player/pane-view.ts';
import type {PlayerState} from '../../../../source/console/player/player-state.ts';
import type {SessionSummary} from '../../../../source/store/session.ts';
import {makePlayer} from '../../../helpers/make-player.ts';
import {makeState} from '../../../helpers/make-state.ts';
import {playFixture} from '../../../helpers/play-fixture.ts';
import {pressKeys} from '../../../helpers/press-keys.ts';

const keys = [...'ls', '⏎', ...'x'.repeat(50)].map((text, index) => ({positionMs: index < 3 ? 1000 + (index * 100) : 20_000 + (index * 10), text}));
const typed: PlayerState['typed'] = {isShown: true, keys, known: {fromMs: 0, untilMs: 100_000}, asked: undefined};

const rows: ReadonlyArray<readonly [positionMs: number, row: string | undefined]> = [
	[999, undefined],
	[1000, 't scribery: l'],
	[1200, 't scribery: ls⏎'],
	[4200, 't scribery: ls⏎'],
	[4201, undefined],
	[20_040, 't scribery: xx'],
	[21_000, `t scribery: ${'x'.repeat(40)}`],
];
for (const [positionMs, row] of rows) {
	test(`at ${positionMs} ms the row of typed keys is ${row ?? 'gone'}`, t => {
		t.is(viewPane(makeState({player: makePlayer({typed, positionMs})}))?.footer, row);
	});
}

test('T asks for the keys around the position, once', t => {
	const before = makeState({player: makePlayer({positionMs: 50_000})});
	const {state, effects} = pressKeys(before, 'T', 'z', 'z');
	t.deepEqual(effects.filter(effect => effect.type === 'readTyped'), [{type: 'readTyped', fromMs: 0, untilMs: 100_000}]);
	t.false(pressKeys(state, 'T').state.player?.typed.isShown);
});

test('a recording without input says so', t => {
	const player = makePlayer();
	const summary: SessionSummary = {inputBytes: 0, outputBytes: 9, columns: 80, rows: 24, resizes: 0, gaps: 0, gapMs: 0, hasInput: false, isPipe: false, lastScreen: [], indexedId: 1};
	const {state} = pressKeys(makeState({player: {...player, session: {...player.session, summary}}}), 'T');
	t.is(state.notice?.text, 'No typed input was recorded here.');
});

test('typed keys of a recording are shown where they were typed, a password is not', async t => {
	const played = await playFixture('db1-bob-password.jsonl', {size: {columns: 100, rows: 40}});
	await played.seek('space');
	played.press('T');
	await played.until(({typed: {known}}) => known !== undefined, 'for the keys');
	const shown = played.player.typed.keys.map(({text}) => text).join('');
	t.true(shown.includes('••••⏎'));
	const last = played.player.typed.keys.find(({text}) => text === '⏎');
	await played.seek(...`${((last?.positionMs ?? 0) / 1000).toFixed(3)}G`);
	t.regex(await played.readScreen(), /^t scribery: \S+⏎/mv);
	await played.close();
});

test('lines that were typed stand among the events, a password does not', async t => {
	const played = await playFixture('db1-bob-password.jsonl', {size: {columns: 100, rows: 40}});
	await played.until(({typedLines}) => typedLines.length > 0, 'for the lines');
	await played.seek('space', 'G', 'e', 'E', 'E', 'E');
	const screen = await played.readScreen();
	t.regex(screen, /\[typed\]/v);
	t.true(screen.includes(played.player.typedLines.at(-1)?.line ?? 'no line'));
	await played.close();
});
