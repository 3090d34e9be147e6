import type {AuditEvent} from '../event/audit-event.ts';
import type {AuditAction} from './audit-action.ts';

type Said = Pick<AuditAction, 'operation' | 'paths' | 'addresses'>;

/** What kind of thing an event is. A program that was to begin and could not is `execute` as well. */
export function findKind({operation, paths, addresses}: Said, {records}: AuditEvent): AuditAction['kind'] {
	const types = new Set(records.map(({type}) => type.name));
	if (types.has('EXECVE') || operation === 'execve' || operation === 'execveat') {
		return 'execute';
	}

	if (types.has('USER_CMD')) {
		return 'sudo';
	}

	if (loginTypes.some(type => types.has(type))) {
		return 'login';
	}

	if (addresses.length > 0 && !types.has('DAEMON_START')) {
		return 'network';
	}

	return paths.length > 0 || types.has('PATH') ? 'file' : 'other';
}

const loginTypes = ['LOGIN', 'USER_LOGIN', 'USER_LOGOUT', 'USER_START', 'USER_END', 'USER_AUTH', 'USER_ACCT', 'USER_ERR', 'USER_CHAUTHTOK', 'CRED_ACQ', 'CRED_REFR', 'CRED_DISP', 'GRP_AUTH'];
