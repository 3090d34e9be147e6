import {spawnSync} from 'node:child_process';
import {readFileSync, statSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {recordingFile} from '../helpers/terminal-run.ts';

const program = fileURLToPath(new URL('../../bin/scribery-agent.js', import.meta.url));

/** Tells every module that is loaded. */
const hook = String.raw`
	import {registerHooks} from 'node:module';
	import {appendFileSync} from 'node:fs';
	registerHooks({load(url, context, next) {
		appendFileSync(process.env.LOADED_MODULES, url + '\n');
		return next(url, context);
	}});
`;

test('the built agent is one file in which nothing of the console, the store or another package is', t => {
	const modules = readFileSync(program, 'utf8').split('\n').filter(line => /^\/\/ (?:node_modules|recorder|source)\//v.test(line)).map(line => line.slice('// '.length));
	t.true(modules.includes('recorder/agent/run-agent.ts'));
	t.deepEqual(modules.filter(name => /^node_modules\/|^source\/(?:console|terminal|playback|index|collect|export|access)\/|^source\/store\/(?!query\/query-error)|^recorder\/rec\//v.test(name)), []);
	t.true(statSync(program).size < 300_000);
});

test('the built agent loads no ink, react, elastic, meow, fuse or xterm', t => {
	const list = recordingFile();
	const {status} = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, program, '--config', '/nonexistent.json'], {env: {PATH: process.env.PATH, LOADED_MODULES: list}});
	t.is(status, 2);
	const loaded = readFileSync(list, 'utf8').split('\n').slice(0, -1);
	t.deepEqual(loaded.filter(url => !url.startsWith('node:')), [`file://${program}`]);
	t.false(loaded.includes('node:sqlite'));
});
