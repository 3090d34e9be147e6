import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import {isInstalled, testUnlessMissing} from './peer.ts';
import type {testWith} from './peer.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/** A real rsyslogd of our own, which writes what it was sent to a file, and has it there before it acknowledges. */
export type Rsyslog = {
	readonly folder: string;
	/** The file it writes to: the text of each line it was sent. */
	readonly file: string;
	readonly start: () => void;
	/** Resolves when it is gone. */
	readonly kill: () => Promise<void>;
	readonly readLines: () => readonly string[];
};

/**
A test that needs rsyslogd with these of its modules, and other programs.

@param modules - each with its parameters, such as `imrelp`.
@param programs - as found on PATH.
*/
export function testWithRsyslog(modules: readonly string[], ...programs: readonly string[]): ReturnType<typeof testWith> {
	const missing = ['rsyslogd', ...programs].filter(program => !isInstalled(program));
	return testUnlessMissing([...missing, ...missing.includes('rsyslogd') ? [] : modules.filter(module => !isLoaded(module)).map(module => `rsyslog's ${module}`)]);
}

function isLoaded(module: string): boolean {
	const conf = path.join(makeTemporaryFolder('scribery-rsyslog-'), 'conf');
	writeFileSync(conf, `module(load="${module}")\naction(type="omfile" file="/dev/null")\n`);
	return !spawnSync('rsyslogd', ['-N1', '-f', conf], {encoding: 'utf8'}).stderr.includes('could not load module'); // Some complain of having no input, too.
}

/**
Make an rsyslogd with one input; it is killed when the test ends.

@param t - the test.
@param input - configuration of the input, which gets `ruleset="all"`; the folder is given.
*/
export function makeRsyslog(t: ExecutionContext, input: (folder: string) => string): Rsyslog {
	const folder = makeTemporaryFolder('scribery-rsyslog-');
	const file = path.join(folder, 'received');
	return {
		folder,
		file,
		...makeDaemon(t, folder, String.raw`template(name="text" type="string" string="%msg%\n")
ruleset(name="all" queue.type="Direct") { action(type="omfile" file="${file}" template="text") }
${input(folder)}`),
		readLines: () => existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1).map(line => line.trimStart()) : [],
	};
}

/** An rsyslogd, made and not started. */
export type RsyslogDaemon = Pick<Rsyslog, 'start' | 'kill'> & {
	/** End it as the system does: what it has not passed on it keeps, as far as its queue can. */
	readonly stop: () => Promise<void>;
};

/**
Make an rsyslogd with a configuration of one's own; it is killed when the test ends.

@param t - the test.
@param folder - where it works.
@param configuration - all but the working folder.
*/
export function makeDaemon(t: ExecutionContext, folder: string, configuration: string): RsyslogDaemon {
	const conf = path.join(folder, 'rsyslog.conf');
	writeFileSync(conf, `global(workDirectory="${folder}" maxMessageSize="64k")\n${configuration}\n`);
	const {status, stderr} = spawnSync('rsyslogd', ['-N1', '-f', conf], {encoding: 'utf8'});
	if (status !== 0) {
		throw new Error(`rsyslogd refuses its configuration: ${stderr}`);
	}

	let daemon: ChildProcess | undefined;

	async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
		const ended = daemon;
		daemon = undefined;
		if (ended?.exitCode !== null || ended.signalCode !== null) {
			return;
		}

		const gone = once(ended, 'exit');
		ended.kill(signal);
		await gone;
	}

	t.teardown(async () => end('SIGKILL'));
	return {
		start() {
			daemon = spawn('rsyslogd', ['-n', '-f', conf, '-i', path.join(folder, 'pid')], {stdio: 'ignore'});
		},
		kill: async () => end('SIGKILL'),
		stop: async () => end('SIGTERM'),
	};
}

/** A port of the loopback interface on which nobody listens. */
export async function findFreePort(): Promise<number> {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as net.AddressInfo; // It listens on a port, not on a path.
	server.close();
	await once(server, 'close');
	return port;
}
