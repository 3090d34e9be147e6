import {spawnSync} from 'node:child_process';
import {readFileSync, statSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {recordingFile} from '../helpers/terminal-run.ts';

const programOf = (name: string): string => fileURLToPath(new URL(`../../bin/${name}.js`, import.meta.url));

/** Tells every module that is loaded. */
const hook = String.raw`
	import {registerHooks} from 'node:module';
	import {appendFileSync} from 'node:fs';
	registerHooks({load(url, context, next) {
		appendFileSync(process.env.LOADED_MODULES, url + '\n');
		return next(url, context);
	}});
`;

for (const [name, module] of [['scribery-agent', 'recorder/agent/run-agent.ts'], ['scribery-audit', 'recorder/audit/run-plugin.ts']] as const) {
	const program = programOf(name);

	test(`the built ${name} is one file in which nothing of the console, the store or another package is`, t => {
		const modules = readFileSync(program, 'utf8').split('\n').filter(line => /^\/\/ (?:node_modules|recorder|source)\//v.test(line)).map(line => line.slice('// '.length));
		t.true(modules.includes(module));
		t.deepEqual(modules.filter(each => /^node_modules\/|^source\/(?:console|terminal|playback|index|collect|export|access)\/|^source\/store\/(?!query\/query-error)|^recorder\/rec\//v.test(each)), []);
		t.true(statSync(program).size < 300_000);
	});

	test(`the built ${name} loads no ink, react, elastic, meow, fuse or xterm`, t => {
		const list = recordingFile();
		const {status} = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, program, '--config', '/nonexistent.json'], {env: {PATH: process.env.PATH, LOADED_MODULES: list}});
		t.is(status, 2);
		const loaded = readFileSync(list, 'utf8').split('\n').slice(0, -1);
		t.deepEqual(loaded.filter(url => !url.startsWith('node:')), [`file://${program}`]);
		t.false(loaded.includes('node:sqlite'));
	});
}
