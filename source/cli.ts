import process from 'node:process';
import {systemClock} from './clock.ts';
import {runCommandLine} from './commands/run-command-line.ts';

declare const SCRIBERY_VERSION: string | undefined;

process.exitCode = await runCommandLine(process.argv.slice(2), {
	clock: systemClock,
	environment: process.env,
	stdin: process.stdin,
	stdout: process.stdout,
	stderr: process.stderr,
	version: typeof SCRIBERY_VERSION === 'string' ? SCRIBERY_VERSION : 'unbundled',
	indexWorker: new URL('index/worker.js', import.meta.url),
	demoRecordings: new URL('../../fixtures/recordings/', import.meta.url),
});
