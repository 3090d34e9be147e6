import test from 'ava';
import {arrive, endHold, playOn, togglePlaying} from '../../../source/console/player/transport.ts';
import type {PlayerState, ScreenFacts} from '../../../source/console/player/player-state.ts';
import {makeSession} from '../../helpers/make-session.ts';
import {makeState} from '../../helpers/make-state.ts';
import {openPlayer} from '../../../source/console/player/open-player.ts';
import {makeGap, makePlayer} from '../../helpers/make-player.ts';

const screen: ScreenFacts = {columns: 80, rows: 24, cursor: {column: 0, row: 0, isVisible: true}};

function advanceOf(player: PlayerState, elapsedMs: number): number | undefined {
	return playOn(player, elapsedMs).effects.find(effect => effect.type === 'advance')?.positionMs;
}

function arriveAt(player: PlayerState, positionMs: number, {isCapped = false, realMs = 33} = {}): PlayerState {
	return arrive(player, {type: 'advanced', positionMs, isCapped, realMs, screen}).player;
}

const playing = (fields: Partial<PlayerState> = {}): PlayerState => makePlayer({isPlaying: true, ...fields});
const {recording} = makePlayer();
const withGap = {...recording, gaps: [makeGap({fromMs: 70_000})]};

const reaches: ReadonlyArray<readonly [title: string, player: PlayerState, elapsedMs: number, positionMs: number | undefined]> = [
	['playing goes on by the real time gone by', playing({positionMs: 61_000}), 33, 61_033],
	['at speed 4 it goes on four times as far', playing({positionMs: 61_000, speed: 4}), 33, 61_132],
	['at speed 1/4 it goes on a quarter as far', playing({positionMs: 61_000, speed: 1 / 4}), 100, 61_025],
	['a pause up to the limit is played in full', playing({positionMs: 1000}), 1900, 2900],
	['beyond the limit playing is at the end of the pause', playing({positionMs: 1000}), 2100, 61_100],
	['playing on from deep inside a pause jumps to its end', playing({positionMs: 30_000}), 33, 61_033],
	['without limit a pause takes its time', playing({positionMs: 1000, idleLimitMs: Infinity}), 2100, 3100],
	['the end of the recording is the end', playing({positionMs: 99_990}), 33, 100_000],
	['a gap stops at its start', playing({positionMs: 69_990, recording: withGap}), 33, 70_000],
	['a gap whose hold is over does not stop again', playing({positionMs: 70_000, heldGapMs: 70_000, recording: {...recording, gaps: [makeGap({fromMs: 70_000})]}}), 33, 70_033],
	['the end of a loop stops', playing({positionMs: 69_990, loop: {fromMs: 65_000, untilMs: 70_000}}), 33, 70_000],
	['a loop behind is no matter', playing({positionMs: 75_000, loop: {fromMs: 65_000, untilMs: 70_000}}), 33, 75_033],
	['following goes to the edge at once', playing({positionMs: 61_000, isFollowing: true}), 33, 100_000],
	['paused, nothing moves', makePlayer({positionMs: 61_000}), 33, undefined],
	['during a seek nothing moves', playing({positionMs: 61_000, targetMs: 5000}), 33, undefined],
	['during a hold nothing moves', playing({positionMs: 61_000, hold: 'gap'}), 33, undefined],
	['before the recording is open nothing moves', playing({stage: 'opening'}), 33, undefined],
];
for (const [title, player, elapsedMs, positionMs] of reaches) {
	test(title, t => {
		t.is(advanceOf(player, elapsedMs), positionMs);
	});
}

test('a jump over a pause is told for a second', t => {
	const {player, effects} = playOn(playing({positionMs: 1000}), 2100);
	t.is(player.skippedMs, 58_000);
	t.true(effects.some(effect => effect.type === 'after' && effect.name === 'player.skipped' && effect.delayMs === 1000));
});

test('a step that skips nothing tells nothing', t => {
	t.is(playOn(playing({positionMs: 61_000}), 33).player.skippedMs, undefined);
});

test('at the start of a gap playing holds for a second, once', t => {
	const before = playing({positionMs: 69_990, recording: withGap});
	const {player, effects} = arrive(before, {type: 'advanced', positionMs: 70_000, isCapped: false, realMs: 33, screen});
	t.is(player.hold, 'gap');
	t.deepEqual(effects.map(effect => effect.type === 'after' ? effect.delayMs : effect.type), [1000]);
	const released = endHold(player).player;
	t.is(released.hold, undefined);
	t.is(advanceOf(released, 33), 70_033);
});

test('told to pause at gaps, playing stops at the start of one until it is started again', t => {
	const before = playing({positionMs: 69_990, recording: withGap, isPausingAtGaps: true});
	const {player, effects, notice} = arrive(before, {type: 'advanced', positionMs: 70_000, isCapped: false, realMs: 33, screen});
	t.like(player, {isPlaying: false, hold: undefined});
	t.deepEqual(effects, []);
	t.is(notice, 'Stopped at a gap.');
	t.is(advanceOf(player, 33), undefined);
	t.is(advanceOf(togglePlaying(player).player, 33), 70_033);
});

test('a recording is opened as the settings say of gaps', t => {
	const state = makeState();
	const session = makeSession();
	t.true(openPlayer({...state, settings: {...state.settings, isPausingAtGaps: true}}, session, 0).state.player?.isPausingAtGaps);
	t.false(openPlayer(state, session, 0).state.player?.isPausingAtGaps);
});

test('a gap at the very start holds too', t => {
	const before = playing({recording: {...recording, gaps: [makeGap({fromMs: 0, untilMs: 0})]}});
	t.is(advanceOf(before, 33), 0);
	t.is(arriveAt(before, 0).hold, 'gap');
});

test('at the end of a loop playing goes back to its start', t => {
	const before = playing({positionMs: 69_990, loop: {fromMs: 65_000, untilMs: 70_000}});
	const {player, effects} = arrive(before, {type: 'advanced', positionMs: 70_000, isCapped: false, realMs: 33, screen});
	t.deepEqual(effects.map(effect => effect.type === 'after' ? effect.delayMs : effect.type), [300]);
	t.is(endHold(player).player.targetMs, 65_000);
});

test('with the whole recording looped the end leads to the start', t => {
	const held = arriveAt(playing({positionMs: 99_990, loop: 'all'}), 100_000);
	t.is(held.hold, 'loop');
	t.is(endHold(held).player.targetMs, 0);
});

test('playing ends with the recording', t => {
	const player = arriveAt(playing({positionMs: 99_990}), 100_000);
	t.false(player.isPlaying);
	t.is(player.positionMs, 100_000);
});

test('at the edge of a live recording playing follows at speed 1', t => {
	const ended = playing({positionMs: 99_990, speed: 8});
	const player = arriveAt({...ended, session: {...ended.session, state: 'live'}}, 100_000);
	t.true(player.isPlaying);
	t.true(player.isFollowing);
	t.is(player.speed, 1);
});

test('when the output is too much time waits, and the true speed is told', t => {
	const player = arriveAt(playing({positionMs: 61_000, speed: 64}), 61_330, {isCapped: true, realMs: 33});
	t.is(player.positionMs, 61_330);
	t.is(player.trueSpeed, 10);
});

test('the true speed is forgotten when playing keeps up again', t => {
	let player = playing({positionMs: 61_000, speed: 2, trueSpeed: 1});
	for (let index = 1; index <= 20; index++) {
		player = arriveAt(player, 61_000 + (66 * index));
	}

	t.is(player.trueSpeed, undefined);
});

test('a slow store makes playing slow too', t => {
	t.is(arriveAt(playing({positionMs: 61_000, speed: 1}), 61_033, {realMs: 330}).trueSpeed, 0.1);
});

test('pausing at the live edge leaves it; playing again from there returns', t => {
	const ended = playing({positionMs: 100_000, isFollowing: true});
	const paused = togglePlaying({...ended, session: {...ended.session, state: 'live'}}).player;
	t.false(paused.isFollowing);
	t.true(togglePlaying(paused).player.isFollowing);
	t.false(togglePlaying({...paused, recording: {...recording, lengthMs: 120_000}}).player.isFollowing);
});

test('playing at the end starts over', t => {
	const {player} = togglePlaying(makePlayer({positionMs: 100_000}));
	t.true(player.isPlaying);
	t.is(player.targetMs, 0);
});
