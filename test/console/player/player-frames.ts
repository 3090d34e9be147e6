import test from 'ava';
import type {ExecutionContext} from 'ava';
import type {Settings, State} from '../../../source/console/state.ts';
import type {Note} from '../../../source/store/note.ts';
import {matchScreen} from '../../helpers/match-frame.ts';
import {playFixture} from '../../helpers/play-fixture.ts';
import type {PlayedFixture} from '../../helpers/play-fixture.ts';
import {keysOf} from '../../helpers/press-keys.ts';

type Case = {
	readonly name: string;
	readonly fixture: string;
	readonly size: State['size'];
	/** Pressed after it was paused; `12G` is typed key by key. */
	readonly keys: readonly string[];
	readonly settings?: Partial<Settings>;
	readonly notes?: typeof said;
};

const auditNoon = Date.UTC(2026, 10, 23, 10, 58, 20);

/** A screen with the pane painted on it, at a place where nothing moves. */
const frame = test.macro(async (t: ExecutionContext, {name, fixture, size, keys, settings, notes = []}: Case) => {
	const played = await playFixture(fixture, {size, now: auditNoon, ...(settings !== undefined && {settings})});
	await played.seek('space');
	for (const note of notes) {
		await played.store.addNote({...note, host: played.session.host, rec: played.session.rec});
	}

	played.dispatch({type: 'noted', notes: []});
	await played.until(player => player.notes.length === notes.length, 'for the notes');
	for (const key of keys) {
		await press(played, key);
	}

	matchScreen(t, `${name}-${size.columns}x${size.rows}`, await played.readScreen());
	await played.close();
});

/** Positions and searches are typed key by key. */
async function press(played: PlayedFixture, key: string): Promise<void> {
	if (!key.startsWith('/')) {
		await played.seek(.../^[\d.:]+G$/v.test(key) ? key : [key]);
		return;
	}

	for (const typed of [...keysOf(key), 'enter']) {
		played.dispatch({type: 'pressed', press: {key: typed, text: typed === 'space' ? ' ' : (typed.length === 1 ? typed : '')}});
	}

	await played.until(({search: {isWaiting}, targetMs}) => !isWaiting && targetMs === undefined, `for the hits of ${key}`);
}

const auditMorning = Date.UTC(2026, 10, 23, 9);
const said: ReadonlyArray<Pick<Note, 'at' | 'who' | 'kind' | 'positionMs' | 'text'>> = [
	{at: auditMorning, who: 'dora', kind: 'bookmark', positionMs: 12_000, text: 'check the second test'},
	{at: auditMorning, who: 'dora', kind: 'note', positionMs: 40_000, text: 'restart was approved'},
];

const nginx = {name: 'player', fixture: 'web1-alice-nginx.jsonl', keys: ['26G']};
test('the player at 80×24 follows the cursor of a recording larger than the pane', frame, {...nginx, size: {columns: 80, rows: 24}});
test('the player at 120×40 draws the edge of a smaller recording', frame, {...nginx, size: {columns: 120, rows: 40}});
test('the player at 60×20 crops', frame, {...nginx, size: {columns: 60, rows: 20}});
test('the player at 40×10 has no marks', frame, {...nginx, size: {columns: 40, rows: 10}});
test('the player at 200×60', frame, {...nginx, size: {columns: 200, rows: 60}});
test('the player in ASCII', frame, {name: 'player-ascii', fixture: 'web2-carol-unicode.jsonl', keys: ['G'], size: {columns: 80, rows: 24}, settings: {glyphs: 'ascii'}});

const walked = {fixture: 'web1-alice-nginx.jsonl', notes: said};
for (const size of [{columns: 80, rows: 24}, {columns: 120, rows: 40}]) {
	const at = `at ${size.columns}×${size.rows}`;
	test(`the player where messages are missing ${at}`, frame, {name: 'player-gap', fixture: 'db1-frank-gap.jsonl', keys: ['g', '!'], size});
	test(`the recording fills the screen ${at}`, frame, {name: 'player-full', fixture: 'web2-alice-vim.jsonl', keys: ['20G', 'f'], size});
	test(`only typed input was stored ${at}`, frame, {name: 'player-input-only', fixture: 'bastion1-carol-input-only.jsonl', keys: ['12G'], size});
	test(`events stand beside or below the recording ${at}`, frame, {...walked, size, name: 'player-events', keys: ['/nginx', 'e', '26G']});
	test(`the events have the keys ${at}`, frame, {...walked, size, name: 'player-events-chosen', keys: ['/nginx', 'tab', 'j', 'j']});
	test(`an event is told in full ${at}`, frame, {...walked, size, name: 'event', keys: ['/"test failed"', 'd']});
	test(`what was looked for is marked ${at}`, frame, {...walked, size, name: 'player-hits', keys: ['/"test failed"']});
	test(`text is chosen ${at}`, frame, {...walked, size, name: 'player-select', keys: ['20G', 'v', 'k', 'v', 'k', 'l', 'l']});
	test(`typed keys stand at the bottom ${at}`, frame, {fixture: 'db1-bob-password.jsonl', size, name: 'player-typed', keys: ['T', '8G']});
}

test('one row of events is below a narrow recording', frame, {...walked, size: {columns: 60, rows: 20}, name: 'player-events', keys: ['/nginx', 'e', '26G']});
