import type {ExecutionContext} from 'ava';
import type {KeyAction, KeyContext} from '../../../source/keys/key-table.ts';
import {ConsoleDriver} from '../console-driver.ts';
import {isSeen} from './key-case.ts';
import type {KeyCase, LeaveCase, Mark, Scene, Way} from './key-case.ts';
import {listPlaceRows} from './place-rows.ts';
import type {PlaceRow} from './place-rows.ts';

export type Stage = {readonly home: string; readonly columns: number; readonly rows: number; readonly environment?: Readonly<Record<string, string>>};

const interruptedCode = 130;
/** The terminal's other screen begins when all is drawn again; a frame ends with its synchronized output. */
const anew = '\u{1B}[?1049h';
const frameEnd = '\u{1B}[?2026l';
const foreign = 'SOMETHING ELSE WROTE THIS';

/** The rows that do the same everywhere. */
const shared: ReadonlySet<KeyAction> = new Set(['app.redraw', 'app.suspend', 'app.quit']);

/** The rows of the key table that work in a place and that no scene of it has a case for, and the cases that are of no row. */
export function compareWithTable(place: string, contexts: readonly KeyContext[], scenes: readonly Scene[]): {readonly untested: readonly string[]; readonly unknown: readonly string[]} {
	const wanted = listPlaceRows(contexts).map(({action}) => action);
	const cases = [...shared, ...scenes.filter(scene => (scene.place ?? scene.context) === place).flatMap(({rows, leaves = {}, ends = {}}) => [rows, leaves, ends].flatMap(each => Object.keys(each)))];
	return {untested: wanted.filter(action => !cases.includes(action)), unknown: cases.filter(action => wanted.every(each => each !== action))};
}

/** Press each key of each row of a context in a real terminal: what it does is seen, and was not there before. */
export async function playScene(t: ExecutionContext, scene: Scene, stage: Stage): Promise<void> {
	let console = await open(t, scene, stage);
	const failures: string[] = [];
	for (const row of rowsOf(scene)) {
		const found = scene.rows[row.action];
		for (const key of found === undefined ? [] : row.keys) {
			try {
				await pressOnce(console, scene, {key, name: `${nameOf(scene)}: ${key} (${row.action})`, played: typeof found === 'function' ? found(key) : found ?? {shows: ''}});
			} catch (error) {
				// One dead key does not hide the next.
				failures.push(error instanceof Error ? error.message : String(error));
				console.close();
				console = await open(t, scene, stage);
			}
		}
	}

	t.is(failures.join('\n\n'), '');
	await redraw(console, scene);
	await suspend(console, scene);
	console.press(...scene.arm ?? []);
	await press(console, scene.quit ?? [], nameOf(scene));
	console.press('ctrl-c');
	scene.release?.();
	t.is(await console.exits(), interruptedCode, `${nameOf(scene)}: ctrl-c`);
	for (const [action, mark] of Object.entries(scene.leaves ?? {})) {
		for (const key of keysOf(scene, action)) {
			const name = `${nameOf(scene)}: ${key} (${action})`;
			const {before = [], meanwhile, shows}: LeaveCase = isLeaveCase(mark) ? mark : {shows: mark};
			const leaving = await open(t, scene, stage);
			await press(leaving, before, name);
			meanwhile?.();
			t.false(isSeen(leaving, shows), `${name}: before`);
			leaving.press(key);
			await see(leaving, shows, name);
			scene.release?.();
			leaving.press('ctrl-c');
			await leaving.exits();
		}
	}

	for (const [action, code] of Object.entries(scene.ends ?? {})) {
		for (const key of keysOf(scene, action)) {
			const ending = await open(t, scene, stage);
			ending.press(key);
			t.is(await ending.exits(), code, `${nameOf(scene)}: ${key} (${action})`);
		}
	}
}

function isLeaveCase(mark: Mark | LeaveCase): mark is LeaveCase {
	return typeof mark === 'object' && 'shows' in mark;
}

function rowsOf({context, behind}: Scene): readonly PlaceRow[] {
	return listPlaceRows(behind === undefined ? [context] : [context, behind]);
}

function keysOf(scene: Scene, action: string): readonly string[] {
	return rowsOf(scene).find(row => row.action === action)?.keys ?? [];
}

/** Of a place, for titles and messages. */
export function nameOf({context, place = context}: Scene): string {
	return place;
}

async function open(t: ExecutionContext, scene: Scene, {home, columns, rows, environment}: Stage): Promise<ConsoleDriver> {
	scene.begin?.();
	const console = new ConsoleDriver({argv: scene.argv, columns, rows, isUnderShell: true, environment: {HOME: home, TZ: 'UTC', NO_COLOR: '1', ...environment}});
	t.teardown(() => {
		console.close();
		// Else the process would wait for its work for good.
		scene.release?.();
	});
	for (const [mark, ...keys] of scene.enter ?? []) {
		await see(console, mark, `${nameOf(scene)}: on the way to it`);
		for (const key of keys) {
			if (typeof key === 'string') {
				console.press(key);
			} else {
				key();
			}
		}
	}

	await see(console, scene.home, `${nameOf(scene)}: home`);
	return console;
}

async function pressOnce(console: ConsoleDriver, {home}: Scene, {key, name, played: {before = [], meanwhile, from, behind = [], shows, after = []}}: {readonly key: string; readonly name: string; readonly played: KeyCase}): Promise<void> {
	await see(console, home, `${name}: home`);
	await press(console, before, name);
	meanwhile?.();

	await see(console, from ?? home, `${name}: ready`);
	await settle(console, name);
	await see(console, from ?? home, `${name}: drawn`);
	const lines = console.readLines();
	if (isSeen(console, shows, lines)) {
		throw new Error(`${name}: ${String(shows)} is there before the key is pressed:\n${lines.join('\n')}`);
	}

	console.press(key, ...behind);
	await see(console, shows, name, lines);
	await press(console, after, name);
	await settle(console, name);
	await see(console, home, `${name}: back`);
}

/** Until all keys pressed so far have been worked on: the frame asked for behind them has come. */
async function settle(console: ConsoleDriver, name: string): Promise<void> {
	const from = console.written.length;
	console.press('ctrl-l');
	await see(console, ({written}) => written.indexOf(frameEnd, written.indexOf(anew, from) + 1) > from && written.includes(anew, from), `${name}: drawn anew`);
}

/** Press keys, and wait between them where the way says so. */
async function press(console: ConsoleDriver, way: Way, name: string): Promise<void> {
	for (const each of way) {
		if (typeof each === 'string') {
			console.press(each);
		} else {
			await see(console, each.see, `${name}: on the way`);
		}
	}
}

/** What others wrote on the terminal goes. */
async function redraw(console: ConsoleDriver, scene: Scene): Promise<void> {
	const {home, arm = []} = scene;
	console.press(...arm);
	let at = await console.scribble(foreign);
	while (!isSeen(console, foreign)) {
		// A frame that was under way has drawn over it.
		at = await console.scribble(foreign);
	}

	console.press('ctrl-l');
	await see(console, driver => !(driver.readLines()[at] ?? '').includes(foreign), `${nameOf(scene)}: ctrl-l (app.redraw)`);
	await see(console, home, `${nameOf(scene)}: ctrl-l back`);
}

/** The shell has the terminal, until it continues the console. */
async function suspend(console: ConsoleDriver, scene: Scene): Promise<void> {
	const {home, arm = []} = scene;
	console.press(...arm);
	console.press('ctrl-z');
	await see(console, driver => !driver.isOnAlternateScreen() && driver.readScreen().includes('suspended'), `${nameOf(scene)}: ctrl-z (app.suspend)`);
	console.press('\n');
	await see(console, driver => driver.isOnAlternateScreen() && isSeen(driver, home), `${nameOf(scene)}: fg`);
}

async function see(console: ConsoleDriver, mark: Mark, purpose: string, before?: readonly string[]): Promise<void> {
	await console.waitsFor(() => isSeen(console, mark, before), `— ${purpose} — for ${String(mark)}`);
}
