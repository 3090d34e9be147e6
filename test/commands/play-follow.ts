import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeMessage} from '../helpers/make-message.ts';
import {makeHome} from '../helpers/run-scribery.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));

function output(id: number, text: string) {
	const now = Date.now();
	return makeMessage({id, at: now, text: JSON.stringify({ver: '2.3', host: 'web1', rec: makeMessage().rec, user: 'alice', term: 'xterm', session: 69, id, pos: (id - 1) * 1000, time: now / 1000, timing: `=80x24>${text.length}`, in_txt: '', in_bin: [], out_txt: text, out_bin: []})});
}

test('play --follow in a pipe gives lines while the session lives, each once', async t => {
	const file = path.join(makeHome(), 'live.db');
	const store = await openStore(file, {mode: 'create', clock: systemClock});
	t.teardown(async () => store.close());
	await store.addMessages([output(1, 'first\r\nsecond\r\n$ ')]);

	const playing = spawn(process.execPath, [launcher, 'play', '--follow', '--store', file, 'web1/39d-1c81a'], {env: {PATH: process.env.PATH, HOME: makeHome(), TZ: 'UTC'}, stdio: ['ignore', 'pipe', 'inherit']});
	t.teardown(() => playing.kill('SIGKILL'));
	const lines = createInterface({input: playing.stdout})[Symbol.asyncIterator]();
	const next = async (): Promise<string | undefined> => {
		const {done, value} = await lines.next();
		return done ? undefined : value;
	};

	t.is(await next(), 'first');
	t.is(await next(), 'second');

	await store.addMessages([output(2, 'third\r\n')]);
	t.is(await next(), '$ third');

	// More than the screen holds: what was given leaves, and is not given again.
	const many = Array.from({length: 30}, (_, row) => `row ${row}`);
	await store.addMessages([{...output(3, `${many.join('\r\n')}\r\nlast`), exit: '0', isComplete: true}]);
	for (const row of many) {
		t.is(await next(), row);
	}

	t.is(await next(), 'last');
	t.is(await next(), undefined);
	t.is(playing.exitCode ?? (await once(playing, 'exit'))[0], 0);
});
