import {createHash} from 'node:crypto';
import {existsSync, readdirSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {collectInput} from '../collect/collect-input.ts';
import {demoFolder} from '../config.ts';
import {indexVersion} from '../store/index-version.ts';
import type {Context} from './context.ts';
import {openInput} from './import/open-input.ts';
import {indexInWorker} from './index/index-in-worker.ts';
import {makeFolder} from './make-folder.ts';
import {withStore} from './with-store.ts';

/**
The address of a store with the recordings that come with scribery, made when it is not there.

It is made beside its place and moved into it, so that two first starts do not meet in one half-made store.

@param context - for the recordings' place and the environment.
@param isQuiet - tell no progress: the console has the screen.
*/
export async function openDemo(context: Context, isQuiet = false): Promise<string> {
	const names = readdirSync(context.demoRecordings).filter(name => /\.(?:jsonl|cast)(?:\.gz|\.zst)?$/v.test(name)).toSorted();
	const mark = createHash('sha256').update([context.version, `index ${indexVersion}`, ...names].join('\n')).digest('hex').slice(0, 12);
	const folder = demoFolder(context.environment);
	const address = path.join(folder, `demo-${mark}.db`);
	if (!existsSync(address)) {
		makeFolder(folder);
		const fresh = `${address}.${process.pid}`;
		await fill(fresh, names, {context, isQuiet});
		renameSync(fresh, address);
		for (const suffix of ['-wal', '-shm']) {
			rmSync(`${fresh}${suffix}`, {force: true});
		}
	}

	return address;
}

async function fill(address: string, names: readonly string[], {context, isQuiet}: {readonly context: Context; readonly isQuiet: boolean}): Promise<void> {
	await withStore(address, 'create', context, async store => {
		for (const name of names) {
			const file = fileURLToPath(new URL(name, context.demoRecordings));
			await collectInput(store, await openInput(file, context.stdin), {file: name});
		}
	});
	await indexInWorker(address, context, {isQuiet});
}
