import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

/** Records a shell in one terminal, and opens the console in another. */
async function watchSession(t: {readonly teardown: (work: () => void) => void}) {
	const home = makeHome();
	runScribery(home, ['import', '/dev/null']);
	const environment = {HOME: home, TZ: 'UTC', PS1: 'recorded$ ', ENV: '/nonexistent'};
	const recorded = new ConsoleDriver({argv: ['rec', '--', 'sh'], environment});
	t.teardown(() => {
		recorded.close();
	});
	await recorded.sees('$');
	recorded.press(...'echo be\'\'gin', 'enter');
	await recorded.sees(/^begin/mv);
	return {home, environment, recorded};
}

/** The live recording, once the store has it. */
function findLive(home: string): string {
	for (;;) {
		const {stdout} = runScribery(home, ['ls', 'has:live', '--json']);
		const id = /"id":"(?<id>[^"]+)"/v.exec(stdout)?.groups?.id;
		if (id !== undefined) {
			return id;
		}
	}
}

test('a keystroke in a recorded session is seen in the console that follows, back and forth, to the end', async t => {
	const {home, environment, recorded} = await watchSession(t);
	const console = new ConsoleDriver({argv: ['play', findLive(home), '--follow'], environment, columns: 100, rows: 40});
	t.teardown(() => {
		console.close();
	});
	await console.sees('● live');
	await console.sees(/^begin/mv);

	recorded.press('x');
	await console.sees(/\$ x/v);
	recorded.press(...'yz');
	await console.sees(/\$ xyz/v);

	console.press(' ');
	await console.sees('‖');
	recorded.press('backspace', 'backspace', 'backspace', ...'echo more', 'enter');
	await recorded.sees(/^more/mv);
	t.false(console.readScreen().includes('more'));
	console.press('F');
	await console.sees(/^more/mv);
	await console.sees('● live');

	console.press('g');
	await console.sees(/[‖▶⧗] .*0:0/v);
	console.press('F');
	await console.sees('● live');

	recorded.press(...'exit 7', 'enter');
	await console.sees(/■ ended \d\d:\d\d:\d\d, exit 7/v);
	console.press('q');
	console.press('q');
	t.is(await console.exits(), 0);
});

test('what a live session shows can be searched while it runs', async t => {
	const {home, environment, recorded} = await watchSession(t);
	const console = new ConsoleDriver({argv: ['console'], environment, columns: 100, rows: 40});
	t.teardown(() => {
		console.close();
	});
	await console.sees('1 session');
	recorded.press(...'echo need\'\'le', 'enter');
	await recorded.sees(/^needle/mv);
	findLive(home);
	console.press('enter');
	await console.sees(/[‖▶●]/v);
	console.press('F');
	await console.sees(/^needle/mv);
	console.press('/', ...'needle', 'enter');
	await console.sees(/hit 1\/\d|Found by now: 1/v);
	recorded.press(...'exit', 'enter');
	t.is(await recorded.exits(), 0);
});
