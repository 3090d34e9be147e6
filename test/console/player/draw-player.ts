import test from 'ava';
import {drawPlayer} from '../../../source/console/player/draw-player.ts';
import type {PlayerHits} from '../../../source/console/player/hits/player-hits.ts';
import type {PlayerState} from '../../../source/console/player/player-state.ts';
import {layOutPlayer} from '../../../source/console/player/player-layout.ts';
import type {State} from '../../../source/console/state.ts';
import {viewOf} from '../../../source/console/view.ts';
import type {Session} from '../../../source/store/store.ts';
import {makeGap, makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';

type Part = 'title' | 'bar' | 'marks' | 'status' | 'hints';

function draw(part: Part, fields: Partial<PlayerState>, rest: Partial<Omit<State, 'player'>> = {}): string {
	const player = makePlayer(fields);
	const state = makeState({...rest, player});
	const rows = drawPlayer(viewOf(state)).map(pieces => pieces.map(({text}) => text).join(''));
	return rows[layOutPlayer(state.size, player)[part] ?? -1] ?? '';
}

const {session, recording} = makePlayer();
const ended = (fields: Partial<Session>): Partial<PlayerState> => ({positionMs: 100_000, session: {...session, ...fields}});
const live = (fields: Partial<PlayerState>, receivedAgoMs = 1000): Partial<PlayerState> => ({...fields, session: {...session, state: 'live', receivedAt: makeState().now - receivedAgoMs}});

const states: ReadonlyArray<readonly [title: string, fields: Partial<PlayerState>, expected: RegExp]> = [
	['playing', {isPlaying: true, speed: 2}, /^ ▶ 2× {2}0:00 \/ 1:40 {2}/v],
	['playing slowly', {isPlaying: true, speed: 1 / 4}, /^ ▶ 1\/4× {2}/v],
	['paused', {positionMs: 12_345}, /^ ‖ 1× {2}0:12 \/ 1:40 {2}/v],
	['stepped', {positionMs: 12_345, isExact: true}, /^ ‖ 1× {2}0:12\.345 \/ 1:40 {2}/v],
	['slower than asked', {isPlaying: true, speed: 64, trueSpeed: 5.21}, /^ ⧗ 5\.2× {2}/v],
	['ended with a status', ended({exit: '3'}), /^ ■ ended 10:33:49, exit 3 {2}1:40 \/ 1:40/v],
	['ended by a signal', ended({exit: 'TERM'}), /^ ■ ended 10:33:49, exit TERM {2}/v],
	['ended without saying how', ended({exit: undefined}), /^ ■ ended \(no end recorded\) {2}/v],
	['at the live edge', live({isPlaying: true, isFollowing: true, positionMs: 100_000}), /^ ● live {2}/v],
	['at the live edge for long', live({isPlaying: true, isFollowing: true, positionMs: 100_000}, 48_000), /^ ◌ waiting, last 0:48 ago {2}/v],
	['behind the live edge', live({positionMs: 58_000}), /^ ‖ 0:42 behind {2}/v],
	['when its store cannot be read', live({isPlaying: true, isFollowing: true, lostAt: makeState().now - 12_000}), /^ ○ stale 12 s {2}/v],
	['on the way to the live edge', live({isPlaying: true, speed: 4, positionMs: 58_000}), /^ ▶ 4× {2}/v],
	['opening for long', {stage: 'opening', isOpeningLate: true}, /^ ⠋ opening/v],
	['seeking for long', {targetMs: 72_000, isSeekLate: true}, /^ ‖ 1× {2}seeking 1:12 \/ 1:40/v],
	['typing a position', {digits: '1:1'}, /goto 1:1_/v],
	['after a pause', {isPlaying: true, positionMs: 61_000, skippedMs: 192_000}, /» skipped 3:12/v],
	['with the view held', {isPanFollowing: false}, /view stays/v],
	['on a terminal that cannot show it', {unshown: 12}, /12 characters cannot be shown here/v],
	['without an idle limit', {idleLimitMs: Infinity}, /^(?!.*idle)/v],
	['with gaps', {recording: {...recording, gaps: [makeGap(), makeGap()]}}, /2 gaps$/v],
];
for (const [title, fields, expected] of states) {
	test(`the status row ${title}`, t => {
		t.regex(draw('status', fields), expected);
	});
}

test('a notice takes the place of the facts, not of the position', t => {
	t.is(draw('status', {}, {notice: {text: 'Copied address', isError: false}}), ' ‖ 1×  0:00 / 1:40  Copied address');
});

test('what has no room is left out from the right, never the position', t => {
	t.is(draw('status', {positionMs: 12_345}, {size: {columns: 40, rows: 12}}), ' ‖ 1× 0:12/1:40 09:46:30 idle≤2s');
	t.is(draw('status', ended({exit: undefined}), {size: {columns: 40, rows: 12}}), ' ■ ended (no end recorded) 1:40/1:40');
});

test('times are of the zone chosen, or ago', t => {
	const {settings} = makeState();
	t.regex(draw('status', {}, {settings: {...settings, timeZone: '+05:30'}}), /Mon 15:16:18\+05:30/v);
	t.regex(draw('status', {}, {settings: {...settings, isTimeRelative: true}}), /1h13 ago/v);
});

test('a recording without a wall clock shows none', t => {
	t.is(draw('status', {session: {...session, startedAt: undefined}}), ' ‖ 1×  0:00 / 1:40  80×24  idle≤2s');
});

test('the bar has heat, idle time and gaps on the compressed scale', t => {
	const row = draw('bar', {recording: {...recording, gaps: [makeGap({fromMs: 80_000, untilMs: 80_100})]}}, {size: {columns: 44, rows: 24}});
	t.is([...row].length, 43);
	t.is([...row][0], ' ');
	t.regex(row, /^ ▁?[▁▂▃▄▅▆▇█]/v);
	t.is([...row].filter(cell => cell === '╳').length, 1);
	t.true(row.includes('·') || row.includes('┊'));
});

test('marks: the playhead wins over what is below it', t => {
	const gaps = [makeGap({fromMs: 70_000}), makeGap({fromMs: 90_000})];
	const row = draw('marks', {positionMs: 70_000, targetMs: 100_000, recording: {...recording, gaps}, loop: {fromMs: 65_000, untilMs: 95_000}});
	t.deepEqual(row.match(/\S/gv), ['⟦', '▲', '╳', '⟧', '△']);
});

test('hits stand on the marks row and are counted up to the present one', t => {
	const hits: PlayerHits = {patterns: [{type: 'phrase', text: 'no'}], hits: [65_000, 70_000, 80_000].map(fromMs => ({kind: 'seen', fromMs, untilMs: fromMs, line: 'no', matches: []})), count: 3};
	const fields = {positionMs: 75_000, hits, recording: {...recording, gaps: [makeGap({fromMs: 70_000, untilMs: 70_001})]}};
	t.deepEqual(draw('marks', fields).match(/\S/gv), ['•', '╳', '▲', '•']);
	t.regex(draw('status', fields), /hit 2\/3 {2}1 gap$/v);
	t.regex(draw('status', fields, {size: {columns: 120, rows: 40}}), /hit 2\/3 "no" /v);
});

test('only another size is worth a mark', t => {
	const size = (positionMs: number, columns: number) => ({positionMs, columns, rows: 24});
	const row = draw('marks', {positionMs: 0, recording: {...recording, resizes: [size(0, 80), size(65_000, 80), size(80_000, 100), size(90_000, 100)]}});
	t.deepEqual(row.match(/\S/gv), ['▲', '↔']);
});

test('where there are no marks the playhead is in the bar', t => {
	t.is([...draw('bar', {positionMs: 100_000}, {size: {columns: 80, rows: 12}})].at(-1), '▲');
});

test('the title tells which part of a large recording is seen', t => {
	const screen = {columns: 200, rows: 60, cursor: {column: 0, row: 0, isVisible: true}};
	t.regex(draw('title', {screen}), /rows 1–19 of 60 cols 1–80 of 200 ▾▸$/v);
	t.regex(draw('title', {screen, pan: {column: 8, row: 4}}), /rows 5–23 of 60 cols 9–88 of 200 ▴▾◂▸$/v);
	t.regex(draw('title', {screen: {...screen, columns: 80, rows: 10}}), /80×10 all shown$/v);
});

test('recorded names cannot do anything to the terminal', t => {
	const row = draw('title', {session: {...session, user: 'bob\u{1B}[31m', term: '\u{202E}x'}});
	t.regex(row, /bob\\x1b\[31m │ \\u202ex/v);
});

test('the frame has a row for each of the terminal, at any size', t => {
	for (const columns of [40, 60, 80, 109, 110, 200]) {
		for (const rows of [10, 19, 20, 34, 60]) {
			const player = makePlayer({positionMs: 70_000});
			const drawn = drawPlayer(viewOf(makeState({player, size: {columns, rows}})));
			t.is(drawn.length, rows);
			t.true(drawn.every(pieces => pieces.reduce((sum, {text}) => sum + [...text].length, 0) <= columns), `${columns}×${rows}`);
		}
	}
});
