import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../source/clock.ts';
import type {Store} from '../../source/store/store.ts';
import {makeMessages} from '../helpers/make-message.ts';
import {openConsole} from '../helpers/open-console.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';

const leaveAlternateScreen = '\u{1B}[?1049l';
const showCursor = '\u{1B}[?25h';

/** Three sessions, one of them of a user with an escape code in the name. */
async function makeStore(t: ExecutionContext): Promise<Store> {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([
		...makeMessages(1, 3, {user: 'alice', host: 'web1', rec: 'boot-1-a', exit: '0'}),
		...makeMessages(1, 3, {user: 'bob', host: 'db1', rec: 'boot-2-b', exit: '0'}),
		...makeMessages(1, 3, {user: 'eve\u{1B}]52;c;aGk=\u{7}', host: 'web2', rec: 'boot-3-c', exit: '0'}),
	]);
	return store;
}

/** A console that shows the three sessions of `makeStore`. */
async function openThree(t: ExecutionContext) {
	const app = openConsole(t, await makeStore(t));
	await app.sees('3 sessions');
	return app;
}

test.serial('the sessions of the store are listed, recorded controls as text', async t => {
	const app = await openThree(t);
	const screen = app.readScreen();
	t.regex(screen, /alice +web1/v);
	t.regex(screen, /bob +db1/v);
	t.true(screen.includes(String.raw`eve\x1b`));
	t.false(app.written().includes('\u{1B}]52'));
});

test.serial('a filter narrows the list, Esc brings all sessions back', async t => {
	const app = await openThree(t);
	app.type('/user:bob\r');
	await app.sees('1 of 3 sessions');
	await app.seesNo('alice');
	app.type('\u{1B}');
	await app.sees('alice');
	t.true(app.readScreen().includes('3 sessions'));
});

test.serial('a wrong filter is told and leaves the rows', async t => {
	const app = await openThree(t);
	app.type('/colour:red');
	await app.sees('unknown field "colour"');
	t.true(app.readScreen().includes('alice'));
});

test.serial('the console starts with the filter of the command line', async t => {
	const app = openConsole(t, await makeStore(t), {query: 'host:web1'});
	await app.sees('1 of 3 sessions');
	t.true(app.readScreen().includes('/ host:web1'));
});

test.serial('a filter that nothing matches tells which term to take away, and a name like the mistyped one', async t => {
	const app = await openThree(t);
	app.type('/host:web1 user:alcie\r');
	await app.sees('without user:alcie: 1; did you mean alice?');
	app.type('\r');
	await app.sees('/ host:web1 ');
	await app.sees('1 of 3 sessions');
});

test.serial('a command of the palette does what its key does', async t => {
	const app = await openThree(t);
	app.type(':user alice\r');
	await app.sees('1 of 3 sessions');
	app.type(':nonsense\r');
	await app.sees('No command "nonsense"');
});

test.serial('who looks at which list is in the access log before it is shown', async t => {
	const store = await makeStore(t);
	const app = openConsole(t, store);
	await app.sees('3 sessions');
	app.type('/bob\r');
	await app.sees('1 of 3 sessions');
	const log = await store.listAccess(10);
	t.deepEqual(log.map(({who, action, what}) => ({who, action, what})), [{who: 'dora', action: 'list', what: 'bob'}, {who: 'dora', action: 'list', what: ''}]);
});

test.serial('when the access log cannot be written nothing is shown, and the exit code is 3', async t => {
	const app = openConsole(t, await makeStore(t), {
		async recordAccess() {
			throw new Error('disk full');
		},
	});
	await app.sees('Viewing must be logged and the log is not writable: disk full');
	t.false(app.readScreen().includes('alice'));
	app.type('q');
	t.is(await app.exitCode, 3);
});

test.serial('a store that cannot be opened is told with the next step, and tried again', async t => {
	const store = await makeStore(t);
	let isLocked = true;
	const app = openConsole(t, store, {
		async openStore() {
			if (isLocked) {
				throw new Error('store.db: database is locked');
			}

			return store;
		},
	});
	await app.sees('database is locked');
	isLocked = false;
	app.type('r');
	await app.sees('3 sessions');
});

test.serial('keys that arrive in one reading are all obeyed', async t => {
	const app = await openThree(t);
	app.type('  ');
	await app.sees('2 marked');
});

test.serial('Esc and a key with Ctrl that arrive together are both obeyed', async t => {
	const app = await openThree(t);
	app.type(' ');
	await app.sees('1 marked');
	app.type('\u{1B}\u{4}');
	await app.seesNo('1 marked');
	t.true(app.readScreen().includes(' web1/1-a  alice'));
});

test.serial('all is drawn again as often as asked for, however fast', async t => {
	const app = await openThree(t);
	app.type('\f');
	app.type('\f\f');
	app.type(' ');
	await app.sees('1 marked');
	t.is(app.written().split('\u{1B}[?1049h').length - 1, 4);
	t.is(app.errors(), '');
});

test.serial('a recording that fills the screen and leaves it between two frames has erased nothing', async t => {
	const app = await openThree(t);
	app.type('\r');
	await app.sees(' / 0:');
	app.type('ff');
	app.type('}');
	await app.sees(' 2× ');
	t.regex(app.readScreen(), /^ web2\/.*│/v);
});

test.serial('pasted text is dropped outside text fields and typed inside, without controls', async t => {
	const app = await openThree(t);
	app.type('\u{1B}[200~qqq\u{1B}[201~');
	await app.sees('Pasted text was dropped');
	app.type('/');
	await app.sees('as before');
	app.type('\u{1B}[200~user:\u{7}bob\n\u{1B}[201~');
	await app.sees('/ user:bob');
	await app.sees('1 of 3 sessions');
});

test.serial('a new size is drawn at once, and the chosen row stays', async t => {
	const app = await openThree(t);
	app.type('j');
	app.resize(120, 40);
	await app.sees('data ≤ 2 s old');
	const before = findChosen(app.readScreen());
	app.resize(38, 9);
	await app.sees('Too small: 40×10 needed (now 38×9)');
	app.resize(60, 20);
	await app.sees('AGO');
	t.is(findChosen(app.readScreen()), before);
});

test.serial('`q` leaves with 0, Ctrl-C with 130, and the terminal is restored', async t => {
	for (const [key, code] of [['q', 0], ['\u{3}', 130]] as const) {
		const app = openConsole(t, await makeStore(t));
		await app.sees('3 sessions');
		t.true(app.isRaw());
		app.type(key);
		t.is(await app.exitCode, code);
		t.false(app.isRaw());
		t.true(app.written().lastIndexOf(leaveAlternateScreen) > app.written().lastIndexOf('sessions'));
		t.true(app.written().endsWith(showCursor));
	}
});

test.serial('a signal ends the console in order, with 128 and its number', async t => {
	for (const [signal, code] of [['SIGTERM', 143], ['SIGHUP', 129]] as const) {
		const app = openConsole(t, await makeStore(t));
		await app.sees('3 sessions');
		process.emit(signal, signal);
		t.is(await app.exitCode, code);
		t.false(app.isRaw());
		t.true(app.written().includes(leaveAlternateScreen));
	}
});

test.serial('a fault of ours restores the terminal, is told in one line, and gives 70', async t => {
	let isBroken = false;
	const folder = makeDirectory(t);
	const app = openConsole(t, await makeStore(t), {
		environment: {LANG: 'C.UTF-8', XDG_STATE_HOME: folder},
		clock: {
			...systemClock,
			now() {
				if (isBroken) {
					throw new Error('no time left');
				}

				return systemClock.now();
			},
		},
	});
	await app.sees('3 sessions');
	isBroken = true;
	app.type('r');
	t.is(await app.exitCode, 70);
	const file = path.join(folder, 'scribery', 'fault.txt');
	t.is(app.errors(), `scribery stopped: no time left. Report: ${file}\n`);
	t.regex(readFileSync(file, 'utf8'), /^Error: no time left\n +at /v);
	t.false(app.isRaw());
	t.true(app.written().includes(leaveAlternateScreen));
});

test.serial('`y` sends the full address to the clipboard of the terminal', async t => {
	const app = openConsole(t, await makeStore(t), {query: 'user:alice'});
	await app.sees('1 of 3 sessions');
	app.type('y');
	await app.sees('Copied web1/boot-1-a');
	t.true(app.written().includes(`\u{1B}]52;c;${Buffer.from('web1/boot-1-a').toString('base64')}\u{7}`));
});

/** Who the chosen row is of. */
function findChosen(screen: string): string | undefined {
	const row = screen.split('\n').find(line => line.includes('▸')) ?? '';
	return ['alice', 'bob', 'eve'].find(user => row.includes(user));
}
