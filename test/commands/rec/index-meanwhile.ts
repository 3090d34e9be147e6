import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../../source/clock.ts';
import {indexVersion} from '../../../source/store/index-version.ts';
import {openStore} from '../../../source/store/open-store.ts';
import type {Store} from '../../../source/store/store.ts';
import {makeHome} from '../../helpers/run-scribery.ts';
import {cli} from '../../helpers/terminal-run.ts';

const patienceMs = 60_000;

test('a session is indexed while it is recorded, and nothing is left running when it ends', async t => {
	const {recorder, store, home} = await record(t);
	await waitFor(async () => (await readSession(store))?.summary !== undefined);
	const live = await readSession(store);
	t.is(live?.state, 'live');
	t.true(live?.summary?.lastScreen.includes('needle'));
	recorder.stdin?.end();
	t.is((await once(recorder, 'exit'))[0], 0);
	await waitFor(() => listProcesses(home).length === 0);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	await store.close();
});

test('a recorder killed in the middle leaves no process behind', async t => {
	const {recorder, store, home} = await record(t);
	await waitFor(async () => (await readSession(store))?.summary !== undefined);
	t.is(listProcesses(home).length, 3); // The recorder, its command, the indexer.
	recorder.kill('SIGKILL');
	await waitFor(() => listProcesses(home).length === 0);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	await store.close();
});

/** A recorder whose command has shown something and waits for the end of its input. */
async function record(t: ExecutionContext): Promise<{readonly recorder: ChildProcess; readonly store: Store; readonly home: string}> {
	const home = makeHome();
	const file = path.join(home, 'case.db');
	const store = await openStore(file, {mode: 'create', clock: systemClock});
	const recorder = spawn(process.execPath, [cli, 'rec', '--store', file, '--', 'sh', '-c', 'echo needle; exec cat'], {env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', SHELL: '/bin/sh'}, stdio: ['pipe', 'ignore', 'inherit']});
	t.teardown(() => recorder.kill('SIGKILL'));
	return {recorder, store, home};
}

async function readSession(store: Store) {
	const {sessions} = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: 1, offset: 0});
	return sessions[0];
}

async function waitFor(isReached: () => Promise<boolean> | boolean): Promise<void> {
	const limit = Date.now() + patienceMs;
	while (!await isReached()) {
		if (Date.now() > limit) {
			throw new Error('what was waited for did not come');
		}

		await sleep(50);
	}
}

/** Running processes of a home: what their title says is not what they were started with. */
function listProcesses(home: string): string[] {
	return readdirSync('/proc').filter(pid => /^\d+$/v.test(pid)).filter(pid => {
		try {
			return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${home}`);
		} catch {
			return false; // It has just ended, or is another user's.
		}
	});
}
