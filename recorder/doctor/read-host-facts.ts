import {globSync, readFileSync, realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import {parseAgentConfig} from '../agent/agent-config.ts';
import {readStatus} from '../agent/read-status.ts';
import {ourRecorder, recorderPath} from './host-facts.ts';
import type {AgentFact, HostFacts, RecorderFact, SshdFact, SssdFact} from './host-facts.ts';
import {linesOf, parsePam, parseSshd, parseSssd} from './parse-host-files.ts';
import type {ReadFile} from './parse-host-files.ts';
import {readMissed} from './read-missed.ts';

const loginServices = ['sshd', 'login', 'su'];
const spool = '/var/spool/scribery';
const agentFile = '/etc/scribery/agent.json';

/**
Read what stands on a host.

@param root - `/`, or the folder in which another host's files stand.
@throws when a file is there and cannot be read: only root sees all.
*/
export function readHostFacts(root: string): HostFacts {
	const read: ReadFile = file => readIfThere(path.join(root, file));
	const recorder = readRecorder(root);
	const accounts = (read('/etc/passwd') ?? '').split('\n').map(line => line.split(':'));
	return {
		recorder,
		sssd: readSssd(root, read),
		usersWithRecorder: accounts.filter(fields => [recorderPath, recorder?.program, `/usr/bin/${ourRecorder}`].includes(fields[6])).map(fields => fields[0] ?? ''),
		passwdSources: linesOf(read('/etc/nsswitch.conf')).find(line => line.startsWith('passwd:'))?.split(/\s+/v).slice(1) ?? [],
		pam: new Map(loginServices.filter(service => read(`/etc/pam.d/${service}`) !== undefined).map(service => [service, parsePam(service, read)])),
		sshd: readSshd(root, read),
		shells: linesOf(read('/etc/shells')),
		spool: readSpool(root),
		agent: readAgent(root, read),
		missed: readMissed(path.join(root, 'proc')),
	};
}

function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))) {
			return undefined;
		}

		throw error;
	}
}

function readRecorder(root: string): RecorderFact | undefined {
	const file = path.join(root, recorderPath);
	const stats = statSync(file, {throwIfNoEntry: false}); // A link that leads nowhere is none.
	return stats === undefined ? undefined : {program: path.join('/', path.relative(realpathSync(root), realpathSync(file))), uid: stats.uid, mode: stats.mode & 0o7777};
}

/** Snippets are read after the file, by name; hidden ones are not (man 5 sssd.conf). */
function readSssd(root: string, read: ReadFile): SssdFact | undefined {
	const texts = ['/etc/sssd/sssd.conf', ...listFiles(root, '/etc/sssd/conf.d/*.conf')].map(file => read(file)).filter(text => text !== undefined);
	return texts.length === 0 ? undefined : parseSssd(texts);
}

function readSshd(root: string, read: ReadFile): SshdFact | undefined {
	const text = read('/etc/ssh/sshd_config');
	return text === undefined ? undefined : parseSshd(text.replaceAll(/^[\t ]*include[\t ](?<names>.*)$/gimv, (_, names: string) => names.trim().split(/\s+/v).flatMap(name => listFiles(root, path.resolve('/etc/ssh', name))).map(file => read(file) ?? '').join('\n')));
}

function listFiles(root: string, pattern: string): readonly string[] {
	return globSync(path.join(root, pattern)).filter(file => !path.basename(file).startsWith('.')).toSorted().map(file => path.join('/', path.relative(root, file)));
}

function readSpool(root: string): HostFacts['spool'] {
	const stats = statSync(path.join(root, spool), {throwIfNoEntry: false});
	return stats?.isDirectory() ? {path: spool, uid: stats.uid, mode: stats.mode & 0o7777} : undefined;
}

function readAgent(root: string, read: ReadFile): AgentFact {
	const text = read(agentFile);
	if (text === undefined) {
		return {file: agentFile, fault: `${agentFile} is missing`, isRunning: false};
	}

	try {
		return {file: agentFile, fault: undefined, isRunning: isRunning(root, parseAgentConfig(text, agentFile).state)};
	} catch (error) {
		return {file: agentFile, fault: error instanceof Error ? error.message : String(error), isRunning: false};
	}
}

function isRunning(root: string, state: string): boolean {
	try {
		const {processId} = readStatus(path.join(root, state));
		return statSync(path.join(root, 'proc', String(processId)), {throwIfNoEntry: false}) !== undefined;
	} catch {
		return false; // It has never told of itself.
	}
}
