import {chmodSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {createNames} from '../../../recorder/agent/find-names.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

const folder = makeTemporaryFolder('scribery-names-');
writeFileSync(path.join(folder, 'getent'), `#!/bin/sh\necho "$2" >>${folder}/asked\nsed "s/$/:x:$2:/" ${folder}/name\n`);
chmodSync(path.join(folder, 'getent'), 0o755);
process.env.PATH = `${folder}:${process.env.PATH}`;

function call(name: string): void {
	writeFileSync(path.join(folder, 'name'), name === '' ? '' : `${name}\n`);
}

test.serial('a user\'s name is asked for anew after a minute, since his number may be another\'s by then, and at once while nobody knows him', async t => {
	let nowMs = 0;
	const {findUser} = createNames(() => nowMs);
	call('');
	t.is(await findUser(1005), '1005');
	call('bob');
	t.is(await findUser(1005), 'bob');
	call('carol');
	nowMs = 59_999;
	t.is(await findUser(1005), 'bob');
	nowMs = 60_000;
	t.is(await findUser(1005), 'carol');
});

test.serial('a directory that does not answer any more takes nobody\'s name away', async t => {
	let nowMs = 0;
	const {findUser} = createNames(() => nowMs);
	call('dave');
	t.is(await findUser(1006), 'dave');
	call('');
	nowMs = 60_000;
	t.is(await findUser(1006), 'dave');
});
