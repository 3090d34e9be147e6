import test from 'ava';
import type {ExecutionContext} from 'ava';
import {layOutWall} from '../../../source/console/wall/lay-out-wall.ts';
import {orderTiles} from '../../../source/console/wall/order-tiles.ts';
import {viewTiles} from '../../../source/console/wall/view-tiles.ts';
import type {State} from '../../../source/console/state.ts';
import {update} from '../../../source/console/update.ts';
import type {Session} from '../../../source/store/store.ts';
import {addressOf} from '../../../source/console/sessions/address-of.ts';
import {makeAuditState, mondayNoon} from '../../helpers/audit-day.ts';
import {drawState} from '../../helpers/draw.ts';
import {makeSession} from '../../helpers/make-session.ts';
import {matchFrame, matchFrames} from '../../helpers/match-frame.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const normal = {columns: 80, rows: 24};
const sessions = [live('bob', 'db2', 1), live('carol', 'web3', 48), live('deploy', 'web1', 5), live('erin', 'bastion1', 30, 30)];

test('the heads and edges of the wall: two tiles side by side at 80×24, three at 120×40', matchFrames, 'wall', makeWall);
test('the wall at 60×20 has its tiles below each other', matchFrame, 'wall', makeWall({columns: 60, rows: 20}));
test('a wall without running sessions says how one appears', matchFrames, 'wall-empty', size => makeWall(size, []));

test('a frame of the wall has as many rows as the terminal, and its tiles are inside, at any size', async t => {
	for (const columns of [40, 59, 60, 79, 80, 109, 110, 170, 220]) {
		for (const rows of [10, 19, 20, 33, 34, 70]) {
			for (const side of [1, 2, 3] as const) {
				const frame = await drawState(makeWall({columns, rows}));
				t.is(frame.split('\n').length - 1, rows, `${columns}×${rows}`);
				checkInside(t, {columns, rows}, side);
			}
		}
	}
});

test('tiles stand in the order of their latest activity, pinned ones first', t => {
	const order = (pinned: ReadonlySet<string>) => orderTiles({order: [], ranks: new Map(), pinned}, sessions, mondayNoon).order.map(address => address.split('/', 1)[0]);
	t.deepEqual(order(new Set()), ['db2', 'web1', 'bastion1', 'web3']);
	t.deepEqual(order(new Set([addressOf(sessions[1] ?? makeSession())])), ['web3', 'db2', 'web1', 'bastion1']);
});

test('a tile moves when its new rank has lasted five seconds, a new session comes last at once', t => {
	const first = orderTiles({order: [], ranks: new Map(), pinned: new Set()}, sessions, mondayNoon);
	const busy = [...sessions.slice(0, 1), {...sessions[1] ?? makeSession(), endedAt: mondayNoon}, ...sessions.slice(2), live('zoe', 'web9', 0)];
	const hosts = (order: typeof first) => order.order.map(address => address.split('/', 1)[0]);
	const soon = orderTiles({...first, pinned: new Set()}, busy, mondayNoon + 1000);
	t.deepEqual(hosts(soon), ['db2', 'web1', 'bastion1', 'web3', 'web9']);
	const still = orderTiles({...soon, pinned: new Set()}, busy, mondayNoon + 5000);
	t.deepEqual(hosts(still), hosts(soon));
	const later = orderTiles({...still, pinned: new Set()}, busy, mondayNoon + 6000);
	t.deepEqual(hosts(later), ['web3', 'web9', 'db2', 'web1', 'bastion1']);
	t.deepEqual(hosts(orderTiles({...later, pinned: new Set()}, sessions.slice(0, 2), mondayNoon + 6000)), ['web3', 'db2']);
});

test('r reads all again, and tells when it was done', t => {
	const asked = pressKeys(makeWall(normal), 'r');
	t.like(asked.effects.find(effect => effect.type === 'listRunning'), {revision: undefined});
	t.is(asked.state.notice, undefined);
	const answer = {type: 'wallListed', requestId: asked.state.wall.requestId, sessions, revision: 4, now: mondayNoon} as const;
	const read = update(asked.state, answer).state;
	t.is(read.notice?.text, 'Read again: 4 running.');
	const later = update(read, {type: 'wallDue'}).state;
	t.is(update({...later, notice: undefined}, {...answer, requestId: later.wall.requestId}).state.notice, undefined);
});

test('+ and _ change how many tiles there are, the chosen one stays seen', t => {
	const wall = pressKeys(makeWall(normal), 'l', 'j').state;
	const one = pressKeys(wall, '_').state;
	t.deepEqual(viewTiles(one).map(({address}) => address), [wall.wall.selected]);
	t.is(viewTiles(pressKeys(one, '+', '+').state).length, 4);
	t.is(pressKeys(one, '_').state.wall.side, 1);
});

test('the arrows go from tile to tile and stay at the edges', t => {
	const hostAfter = (...keys: readonly string[]) => pressKeys(makeWall(normal), ...keys).state.wall.selected?.split('/', 1)[0];
	t.deepEqual([hostAfter('h'), hostAfter('k'), hostAfter('l'), hostAfter('l', 'l'), hostAfter('j'), hostAfter('right', 'down')], ['db2', 'db2', 'web1', 'web1', 'bastion1', 'web3']);
});

test('Space pins a tile to the top at once, again lets it go', t => {
	const pinned = pressKeys(makeWall(normal), 'j', 'space').state;
	t.is(pinned.wall.order[0]?.split('/', 1)[0], 'bastion1');
	t.is(pressKeys(pinned, 'space').state.wall.pinned.size, 0);
});

test('p pauses the wall and lets it go on, in the tiles and in words', t => {
	const paused = pressKeys(makeWall(normal), 'p');
	t.like(paused.effects.find(effect => effect.type === 'showTiles'), {isPaused: true});
	t.like(pressKeys(paused.state, 'p').effects.find(effect => effect.type === 'showTiles'), {isPaused: false});
});

test('Enter follows the chosen session in the player, and the way back leads to the wall', t => {
	const {state, effects} = pressKeys(makeWall(normal), 'enter');
	t.is(state.player?.session.host, 'db2');
	t.true(state.player?.isFollowing);
	t.deepEqual(effects.find(effect => effect.type === 'showTiles')?.tiles, []);
	t.is(pressKeys(state, 'q').state.screen, 'live');
});

test('tiles are away while something lies over the wall, and for a recording that cannot be read', t => {
	const wall = makeWall(normal);
	t.is(viewTiles(pressKeys(wall, 's').state).length, 0);
	const failed = update(wall, {type: 'tileFailed', address: wall.wall.order[0] ?? '', message: 'gone'}).state;
	t.is(viewTiles(failed).length, 3);
});

test('tiles end above news that need several rows, and have their rows again behind them', t => {
	const wall = makeWall(normal);
	const rectangles = (state: State) => viewTiles(state).map(({view}) => view.rectangle);
	const ends = (state: State) => rectangles(state).map(({top, rows}) => top + rows);
	const told = (text: string): State => ({...wall, notice: {text, isError: false}});
	t.deepEqual(ends(told('x '.repeat(39))), ends(wall));
	t.deepEqual(ends(told('x '.repeat(100))), [12, 12, 20, 20]);
	t.deepEqual(ends(wall), [12, 12, 22, 22]);
	t.deepEqual(rectangles(told('x '.repeat(2000))).map(({rows}) => rows), [8, 8, 0, 0]);
});

test('a screen reader gets the wall in words alone', t => {
	const wall = makeWall(normal);
	t.is(viewTiles({...wall, settings: {...wall.settings, isReader: true}}).length, 0);
});

test('when looking cannot be logged nothing is shown', t => {
	const wall = makeWall(normal);
	const failed = update(wall, {type: 'wallFailed', requestId: wall.wall.requestId, message: 'disk full', isAccess: true, problem: undefined}).state;
	t.is(viewTiles(failed).length, 0);
	t.is(failed.wall.sessions.length, 0);
});

test('the wall is read again each second while it is shown', t => {
	const wall = makeWall(normal);
	const asked = update(wall, {type: 'wallDue'});
	t.like(asked.effects.find(effect => effect.type === 'listRunning'), {isNew: false, revision: 3});
	t.deepEqual(update(pressKeys(wall, '1').state, {type: 'wallDue'}).effects, []);
});

function makeWall(size: State['size'], running: readonly Session[] = sessions): State {
	const list = makeAuditState(size, {filter: {text: '', cursor: 0}, marked: new Map()});
	const {state} = pressKeys(list, '3');
	return update(state, {type: 'wallListed', requestId: state.wall.requestId, sessions: running, revision: 3, now: mondayNoon}).state;
}

function live(user: string, host: string, idleSeconds: number, silentSeconds = 0): Session {
	return makeSession({
		user, host, rec: `boot-${user.length}-a`, state: 'live', exit: undefined,
		startedAt: mondayNoon - 1_022_000, endedAt: mondayNoon - (idleSeconds * 1000), receivedAt: mondayNoon - (silentSeconds * 1000), lengthMs: 1_022_000,
	});
}

function checkInside(t: ExecutionContext, size: State['size'], side: 1 | 2 | 3): void {
	const {places} = layOutWall(size, side);
	const cells = places.flatMap(({left, top, columns, rows}) => [left >= 0, top >= 3, left + columns <= size.columns, top + rows <= size.rows - 2, columns > 0, rows > 0]);
	t.false(cells.includes(false), `${size.columns}×${size.rows}, ${side}`);
}
