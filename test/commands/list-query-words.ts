import process from 'node:process';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../source/clock.ts';
import {listQueryWords} from '../../source/commands/completion/list-query-words.ts';
import type {Context} from '../../source/commands/context.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeMessage} from '../helpers/make-message.ts';
import {makeDirectory} from '../helpers/temporary-store.ts';

function makeContext(queryWorker: URL): Context {
	const {stdin, stdout, stderr} = process;
	return {clock: systemClock, environment: {}, stdin, stdout, stderr, version: '0', indexWorker: queryWorker, queryWorker, demoRecordings: queryWorker};
}

async function makeStoreFile(t: ExecutionContext): Promise<string> {
	const store = await openStore(`${makeDirectory(t)}/store.db`, {mode: 'create', clock: systemClock});
	await store.addMessages(['alice', 'bob'].map((user, index) => makeMessage({user, rec: `r-${index}`})));
	await store.close();
	return store.address;
}

test('a store that does not count its names in time has those of its newest recordings completed', async t => {
	const silent = new URL('../helpers/silent-query-worker.js', import.meta.url);
	const answers = await listQueryWords('user:al', await makeStoreFile(t), makeContext(silent));
	t.deepEqual(answers.map(([text]) => text), ['user:alice']);
});
