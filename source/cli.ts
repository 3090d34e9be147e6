import process from 'node:process';
import {systemClock} from './clock.ts';
import {runCommandLine} from './commands/run-command-line.ts';

declare const SCRIBERY_VERSION: string | undefined;

process.exitCode = await runCommandLine(process.argv.slice(2), {
	clock: systemClock,
	environment: process.env,
	// Made when first asked for: touching a stream changes its descriptor for everybody who shares it.
	get stdin() {
		return process.stdin;
	},
	get stdout() {
		return process.stdout;
	},
	get stderr() {
		return process.stderr;
	},
	version: typeof SCRIBERY_VERSION === 'string' ? SCRIBERY_VERSION : 'unbundled',
	indexWorker: new URL('index/worker.js', import.meta.url),
	queryWorker: new URL('store/sqlite/search/worker.js', import.meta.url),
	demoRecordings: new URL('../../fixtures/recordings/', import.meta.url),
});
