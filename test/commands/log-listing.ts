import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {openStore} from '../../source/store/open-store.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

/** A home with one recording, and where its store is. */
function makeStoreHome(): {readonly home: string; readonly file: string} {
	const home = makeHome();
	runScribery(home, ['import', fixturePath('web1-alice-nginx.jsonl')]);
	return {home, file: path.join(home, '.local/share/scribery/store.db')};
}

async function listLog(file: string): Promise<ReadonlyArray<readonly [action: string, what: string]>> {
	const store = await openStore(file, {mode: 'read', clock: systemClock});
	try {
		return (await store.listAccess(100)).map(({action, what}) => [action, what] as const);
	} finally {
		await store.close();
	}
}

for (const command of ['ls', 'stats']) {
	for (const query of ['seen:nginx', 'typed:sudo', 'nginx', 'not seen:nginx', 'user:alice (host:web2 or "test failed")']) {
		test(`${command} of ${query} is in the access log`, async t => {
			const {home, file} = makeStoreHome();
			runScribery(home, [command, query]);
			t.deepEqual(await listLog(file), [['list', query]]);
		});
	}

	test(`${command} by names, times and sizes is not in the access log`, async t => {
		const {home, file} = makeStoreHome();
		t.is(runScribery(home, [command, 'user:alice not host:web2 duration:>1s has:gap or user:alice']).status, 0);
		t.deepEqual(await listLog(file), []);
	});

	test(`${command} shows nothing when a search for content cannot be logged`, t => {
		const {home, file} = makeStoreHome();
		const database = new DatabaseSync(file);
		database.exec('CREATE TRIGGER refuse BEFORE INSERT ON access BEGIN SELECT RAISE(ABORT, \'no room for a log\'); END');
		database.close();
		const {status, stdout, stderr} = runScribery(home, [command, 'seen:nginx']);
		t.is(stdout, '');
		t.regex(stderr, /no room for a log/v);
		t.is(status, 3);
	});
}
