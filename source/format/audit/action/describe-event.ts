import type {AuditEvent} from '../event/audit-event.ts';
import type {HostNames} from '../interpret/host-names.ts';
import type {AuditRecord} from '../record.ts';
import type {AuditAction, AuditUser} from './audit-action.ts';
import {findFolder} from './find-folder.ts';
import {findKind} from './find-kind.ts';
import {gatherArguments} from './gather-arguments.ts';
import {isNoise} from './is-noise.ts';
import {listAddresses} from './list-addresses.ts';
import {listPaths} from './list-paths.ts';
import {printActionTitle} from './print-action-title.ts';
import {readFacts} from './read-facts.ts';
import type {Facts} from './read-facts.ts';
import {readOutcome} from './read-outcome.ts';
import {readAccount, readUser} from './read-user.ts';

/**
Say what an event was: who did what to what, and whether it went well.

What the log does not tell is `undefined` or empty; nothing of the event makes this throw.

@param event - its records in any order, any of them missing.
@param hostNames - for logs that were not enriched; what the daemon looked up on the recorded host comes before it.
*/
export function describeEvent(event: AuditEvent, hostNames: HostNames): AuditAction {
	const facts = event.records.map(record => ({type: record.type.name, facts: readFacts(record, hostNames)}));
	const factsOf = (type: string): readonly Facts[] => facts.filter(each => each.type === type).map(each => each.facts);
	const [call] = [...factsOf('SYSCALL'), ...factsOf('SECCOMP')];
	const [first] = facts;
	const program = call === undefined ? first?.facts : undefined;
	const subject = event.records.find(({type}) => type.name.startsWith('USER_') || type.name === 'LOGIN');
	const main = call ?? program;
	const operation = subject?.type.name === 'LOGIN' ? 'login' : call?.text('syscall') ?? (first?.type ?? '').toLowerCase();
	const cwd = factsOf('CWD')[0]?.text('cwd') ?? program?.text('cwd');
	const command = program?.text('cmd');
	const argument = (index: number): string | undefined => call?.raw(`a${index}`);
	const paths = listPaths(factsOf('PATH'), {name: operation, a1: argument(1) ?? '', a2: argument(2) ?? '', openFlags: factsOf('OPENAT2')[0]?.raw('oflag')}, findFolder(operation, cwd, argument));
	const said = {
		operation,
		argv: command === undefined ? gatherArguments(event.records.filter(({type}) => type.name === 'EXECVE')) : command.split(' '),
		cwd,
		executable: main?.text('exe'),
		paths,
		addresses: listAddresses(factsOf('SOCKADDR'), program),
		users: {
			real: readUser(main, 'uid'),
			effective: readUser(call, 'euid'),
			login: readUser(main, 'auid'),
			subject: subject === undefined ? undefined : readSubject(subject, hostNames),
		},
		pid: readNumber(main, 'pid'),
		parentPid: readNumber(main, 'ppid'),
		sessionId: readNumber(main, 'ses'),
		tty: main?.text('tty'),
		terminal: program?.text('terminal'),
		outcome: readOutcome(main),
		keys: call?.text('key')?.split('\u{1}') ?? [],
	};
	const known = {...said, kind: findKind(said, event)};
	return {...known, title: printActionTitle(known), isNoise: isNoise(known)};
}

/** Whom a program's record is about; of a login, whose it becomes. */
function readSubject(record: AuditRecord, hostNames: HostNames): AuditUser | undefined {
	const facts = readFacts(record, hostNames);
	return record.type.name === 'LOGIN' ? readUser(facts, 'auid') : readAccount(facts);
}

function readNumber(facts: Facts | undefined, name: string): number | undefined {
	const text = facts?.text(name);
	return text !== undefined && /^\d{1,10}$/v.test(text) ? Number(text) : undefined;
}
