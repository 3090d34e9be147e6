import type {AuditAction, AuditUser} from '../action/audit-action.ts';
import {printCommand} from '../action/print-command.ts';
import type {AuditEvent} from '../event/audit-event.ts';
import type {EcsOptions} from './ecs-options.ts';
import {findEcsAction} from './find-ecs-action.ts';
import {listData, listItems} from './list-data.ts';

/**
Lay an event out in the fields of the Elastic Common Schema; `auditd` holds what the schema has no place for, bounded, so that no log makes more and more fields of an index.

@returns Plain data; members without a value are left out when it becomes JSON.
@see https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html
*/
export function printEcsEvent(event: AuditEvent, action: AuditAction, {hostNames, hasText}: EcsOptions): object {
	const {name, category, type} = findEcsAction(action);
	const stamp = `${event.seconds}.${String(event.milliseconds).padStart(3, '0')}:${event.serial}`;
	return {
		'@timestamp': new Date((event.seconds * 1000) + event.milliseconds).toISOString(),
		ecs: {version: schemaVersion},
		event: {
			id: event.node === undefined ? stamp : `${event.node} ${stamp}`,
			sequence: event.serial.length < 16 ? Number(event.serial) : undefined,
			kind: 'event',
			module: 'auditd',
			action: name,
			category,
			type,
			outcome: action.outcome.isSuccess === undefined ? 'unknown' : (action.outcome.isSuccess ? 'success' : 'failure'),
			original: hasText ? event.records.map(({line}) => line.replace('\u{1D}', ' ')).join('\n') : undefined,
		},
		message: action.title,
		host: event.node === undefined ? undefined : {name: event.node},
		tags: action.keys.length === 0 ? undefined : action.keys,
		auditd: {
			session: action.sessionId === undefined ? undefined : String(action.sessionId),
			message_type: (event.records[0]?.type.name ?? '').toLowerCase(),
			result: action.outcome.isSuccess === undefined ? undefined : (action.outcome.isSuccess ? 'success' : 'fail'),
			data: listData(event, hostNames),
			paths: listItems(event, hostNames),
		},
		process: listProcess(action),
		user: listUsers(action),
		file: listFile(action),
		...listNetwork(action),
	};
}

export const schemaVersion = '8.11.0';

function listProcess({kind, argv, pid, parentPid, executable, cwd, tty, outcome, operation}: AuditAction): object {
	const isCommand = kind === 'execute' || kind === 'sudo';
	return {
		pid,
		parent: parentPid === undefined ? undefined : {pid: parentPid},
		executable,
		name: executable?.slice(executable.lastIndexOf('/') + 1),
		working_directory: cwd,
		args: isCommand && argv.length > 0 ? argv : undefined,
		args_count: isCommand && argv.length > 0 ? argv.length : undefined,
		command_line: isCommand && argv.length > 0 ? printCommand(argv) : undefined,
		exit_code: operation === 'exit_group' && outcome.exit !== undefined ? Number(outcome.exit) : undefined,
		tty: tty === undefined ? undefined : {name: tty},
	};
}

function listUsers({users: {real, effective, login, subject}}: AuditAction): object {
	return {
		...printUser(real),
		effective: printUser(effective),
		audit: printUser(login),
		target: printUser(subject),
	};
}

function printUser(user: AuditUser | undefined): object | undefined {
	return user === undefined ? undefined : {id: user.id === undefined ? undefined : String(user.id), name: user.name};
}

/** The schema has room for one file: the first that was changed, else the first of all; `auditd.paths` has all of them. */
function listFile({kind, paths}: AuditAction): object | undefined {
	const first = paths.find(({access}) => access !== 'read' && access !== 'execute');
	const file = first ?? paths[0];
	if (file === undefined || kind === 'network') {
		return undefined;
	}

	const target = file.access === 'rename' ? paths.findLast(({access}) => access === 'rename') : undefined;
	return {
		path: file.path,
		name: file.path.slice(file.path.lastIndexOf('/') + 1),
		target_path: target === file ? undefined : target?.path,
		access: [...new Set(paths.map(({access}) => access))],
	};
}

function listNetwork({kind, operation, addresses}: AuditAction): object {
	const [address] = addresses;
	if (address === undefined) {
		return {};
	}

	const isNumber = address.family === 'inet' || address.family === 'inet6';
	const end = {address: address.address, ip: isNumber ? address.address : undefined, port: address.port};
	const isIncoming = kind === 'login' || operation.startsWith('accept') || operation === 'bind';
	return {
		[isIncoming ? 'source' : 'destination']: end,
		network: kind === 'network' ? {direction: isIncoming ? 'ingress' : 'egress'} : undefined,
	};
}
