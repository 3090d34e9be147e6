import test from 'ava';
import {findGoto} from '../../../source/console/player/find-goto.ts';
import {goTo, seekBy, seekByTenths, seekTo, seekToNextGap, seekToTenth, skipPause} from '../../../source/console/player/seek.ts';
import type {Outcome} from '../../../source/console/player/outcome.ts';
import type {PlayerState} from '../../../source/console/player/player-state.ts';
import {makeGap, makePlayer, span} from '../../helpers/make-player.ts';

type Case = readonly [title: string, fields: Partial<PlayerState>, act: (player: PlayerState) => Outcome, targetMs: number | undefined, notice?: string];

const {recording} = makePlayer();
const gaps = [makeGap({fromMs: 70_000}), makeGap({fromMs: 80_000})];
const cases: readonly Case[] = [
	['seconds are recorded time', {positionMs: 20_000}, player => seekBy(player, 5000), 25_000],
	['seconds back are recorded time', {positionMs: 20_000}, player => seekBy(player, -5000), 15_000],
	['keys pressed during a seek add up', {positionMs: 20_000, targetMs: 25_000}, player => seekBy(player, 5000), 30_000],
	['a seek past the end goes to the end', {positionMs: 98_000}, player => seekBy(player, 5000), 100_000],
	['a seek past the start goes to the start', {positionMs: 2000}, player => seekBy(player, -5000), 0],
	['at the end a seek forward stays and says so', {positionMs: 100_000}, player => seekBy(player, 5000), 100_000, 'End of the recording.'],
	['at the start a seek back stays and says so', {positionMs: 0}, player => seekBy(player, -5000), 0, 'Start of the recording.'],
	['a tenth of the bar is compressed time', {positionMs: 0}, player => seekByTenths(player, 1), 62_200],
	['a tenth back from the end is compressed time', {positionMs: 100_000}, player => seekByTenths(player, -1), 95_800],
	['half of the bar lies in compressed time', {}, player => seekToTenth(player, 5), 79_000],
	['tenth 0 is the start', {positionMs: 50_000}, player => seekToTenth(player, 0), 0],
	['without idle limit the tenths are recorded time', {idleLimitMs: Infinity}, player => seekToTenth(player, 5), 50_000],
	['a typed position is recorded time', {}, player => goTo(player, findGoto(player, '1:10', 'UTC')), 70_000],
	['typed seconds are recorded time', {}, player => goTo(player, findGoto(player, '90', 'UTC')), 90_000],
	['a typed shift starts from here', {positionMs: 20_000}, player => goTo(player, findGoto(player, '-10s', 'UTC')), 10_000],
	['typed percents are of the bar', {}, player => goTo(player, findGoto(player, '50%', 'UTC')), 79_000],
	['a typed position past the end goes to the end and says so', {}, player => goTo(player, findGoto(player, '12:30', 'UTC')), 100_000, 'End of the recording.'],
	['three numbers beyond the end are a time of day', {}, player => goTo(player, findGoto(player, '9:46:50', 'UTC')), 32_000],
	['a time of day is of the zone', {}, player => goTo(player, findGoto(player, '10:46:50', '+01:00')), 32_000],
	['a time of day may be written with an @', {}, player => goTo(player, findGoto(player, '@09:47', 'UTC')), 42_000],
	['a day and a time of day', {}, player => goTo(player, findGoto(player, '2026-11-23 09:47:00.5', 'UTC')), 42_500],
	['a time of day at which nothing was recorded goes nowhere', {}, player => goTo(player, findGoto(player, '@12:00', 'UTC')), undefined, 'The recording did not run at 12:00.'],
	['what is no position goes nowhere', {}, player => goTo(player, findGoto(player, '1:2:', 'UTC')), undefined, 'No position: 1:2:. Write 90, 12:30, 1:02:30.5, +1:30, -10s, 25% or a time of day: @10:58.'],
	['the next gap is the first after here', {positionMs: 70_000, recording: {...recording, gaps}}, seekToNextGap, 80_000],
	['after the last gap comes the first', {positionMs: 80_000, recording: {...recording, gaps}}, seekToNextGap, 70_000, 'Last gap passed: back at the first.'],
	['without gaps there is nowhere to go', {}, seekToNextGap, undefined, 'No gap in this recording.'],
	['skipping a pause goes to its end', {positionMs: 30_000}, skipPause, 61_000],
	['skipping at the last instant of a span goes to the end of the pause behind it', {positionMs: 1000}, skipPause, 61_000],
	['between two pauses there is none to skip', {positionMs: 70_000}, skipPause, undefined, 'No pause here.'],
	['a last pause is skipped to the end', {positionMs: 50_000, recording: {...recording, activity: [span(0, 1000)]}}, skipPause, 100_000],
];
for (const [title, fields, act, targetMs, notice] of cases) {
	test(title, t => {
		const before = makePlayer(fields);
		const {player, effects, notice: said} = act(before);
		t.is(player.targetMs, targetMs);
		t.is(said, notice);
		t.is(player.positionMs, before.positionMs);
		t.deepEqual(effects.filter(effect => effect.type === 'seek'), targetMs === undefined ? [] : [{type: 'seek', positionMs: targetMs}]);
	});
}

test('a seek goes on playing if it was playing, and stays paused if not', t => {
	t.true(seekTo(makePlayer({isPlaying: true}), 5000).player.isPlaying);
	t.false(seekTo(makePlayer(), 5000).player.isPlaying);
});

test('a seek ends a hold', t => {
	const {player, effects} = seekTo(makePlayer({isPlaying: true, hold: 'gap'}), 5000);
	t.is(player.hold, undefined);
	t.true(effects.some(effect => effect.type === 'forget' && effect.name === 'player.hold'));
});

test('the wait for a late seek starts with the first of a row of seeks', t => {
	const first = seekTo(makePlayer(), 5000);
	const second = seekTo(first.player, 6000);
	t.is(first.effects.filter(effect => effect.type === 'after').length, 1);
	t.is(second.effects.filter(effect => effect.type === 'after').length, 0);
});

test('nothing is sought before the recording is open', t => {
	t.deepEqual(seekTo(makePlayer({stage: 'opening'}), 5000).effects, []);
});

test('with the recording filling the screen a seek brings the bar back for a while', t => {
	const {player, effects} = seekTo(makePlayer({isFull: true}), 5000);
	t.true(player.isBarShown);
	t.true(effects.some(effect => effect.type === 'after' && effect.name === 'player.bar' && effect.delayMs === 2000));
});

test('going back leaves the live edge, going to the end returns to it', t => {
	const ended = makePlayer({isFollowing: true, isPlaying: true, positionMs: 100_000});
	const live: PlayerState = {...ended, session: {...ended.session, state: 'live'}};
	const back = seekBy(live, -5000).player;
	t.false(back.isFollowing);
	t.true(seekTo(back, 100_000).player.isFollowing);
});
