import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import test from 'ava';
import {cli, recordingFile} from '../../helpers/terminal-run.ts';

/** Tells every module that is loaded. */
const hook = String.raw`
	import {registerHooks} from 'node:module';
	import {appendFileSync} from 'node:fs';
	registerHooks({load(url, context, next) {
		appendFileSync(process.env.LOADED_MODULES, url + '\n');
		return next(url, context);
	}});
`;

function listLoaded(words: readonly string[]): string[] {
	const list = recordingFile();
	spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, cli, ...words], {env: {PATH: process.env.PATH, LOADED_MODULES: list}});
	return readFileSync(list, 'utf8').split('\n');
}

const heavy = /node_modules\/(?:ink|react|@xterm|meow|fuse\.js|string-width)\/|node:sqlite|source\/(?:store\/(?:open-store|sqlite)|terminal\/|index\/|console\/|playback\/)/v;

test('recording into a file loads neither the console nor a store', t => {
	const loaded = listLoaded(['rec', '-o', recordingFile(), '--', 'true']);
	t.true(loaded.some(url => url.endsWith('/recorder/rec/run-rec.js')));
	t.deepEqual(loaded.filter(url => heavy.test(url)), []);
});

test('recording into a store loads its engine', t => {
	t.true(listLoaded(['rec', '--store', recordingFile().replace(/\.jsonl$/v, '.db'), '--', 'true']).includes('node:sqlite'));
});
