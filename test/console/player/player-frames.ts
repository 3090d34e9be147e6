import test from 'ava';
import type {ExecutionContext} from 'ava';
import type {Settings, State} from '../../../source/console/state.ts';
import {matchScreen} from '../../helpers/match-frame.ts';
import {playFixture} from '../../helpers/play-fixture.ts';

type Case = {
	readonly name: string;
	readonly fixture: string;
	readonly size: State['size'];
	/** Pressed after it was paused; `12G` is typed key by key. */
	readonly keys: readonly string[];
	readonly settings?: Partial<Settings>;
};

const auditNoon = Date.UTC(2026, 10, 23, 10, 58, 20);

/** A screen with the pane painted on it, at a place where nothing moves. */
const frame = test.macro(async (t: ExecutionContext, {name, fixture, size, keys, settings}: Case) => {
	const played = await playFixture(fixture, {size, now: auditNoon, ...(settings !== undefined && {settings})});
	await played.seek('space');
	for (const key of keys) {
		await played.seek(...(/^[\d.:]+G$/v.test(key) ? key : [key]));
	}

	matchScreen(t, `${name}-${size.columns}x${size.rows}`, await played.readScreen());
	await played.close();
});

const nginx = {name: 'player', fixture: 'web1-alice-nginx.jsonl', keys: ['26G']};
test('the player at 80×24 follows the cursor of a recording larger than the pane', frame, {...nginx, size: {columns: 80, rows: 24}});
test('the player at 120×40 draws the edge of a smaller recording', frame, {...nginx, size: {columns: 120, rows: 40}});
test('the player at 60×20 crops', frame, {...nginx, size: {columns: 60, rows: 20}});
test('the player at 40×10 has no marks', frame, {...nginx, size: {columns: 40, rows: 10}});
test('the player at 200×60', frame, {...nginx, size: {columns: 200, rows: 60}});
test('the player in ASCII', frame, {name: 'player-ascii', fixture: 'web2-carol-unicode.jsonl', keys: ['G'], size: {columns: 80, rows: 24}, settings: {glyphs: 'ascii'}});
test('the player where messages are missing', frame, {name: 'player-gap', fixture: 'db1-frank-gap.jsonl', keys: ['g', '!'], size: {columns: 80, rows: 24}});
test('the recording fills the screen', frame, {name: 'player-full', fixture: 'web2-alice-vim.jsonl', keys: ['20G', 'f'], size: {columns: 80, rows: 24}});
test('only typed input was stored', frame, {name: 'player-input-only', fixture: 'bastion1-carol-input-only.jsonl', keys: ['12G'], size: {columns: 80, rows: 24}});
