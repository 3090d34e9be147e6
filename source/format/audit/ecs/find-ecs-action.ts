import type {AuditAccess, AuditAction} from '../action/audit-action.ts';

export type EcsAction = {
	readonly name: string;
	readonly category: readonly string[];
	readonly type: readonly string[];
};

/** What an event is in the words of the Elastic Common Schema and of those who index audit events with it. */
export function findEcsAction({kind, operation, paths, outcome}: AuditAction): EcsAction {
	switch (kind) {
		case 'execute': {
			return {name: 'executed', category: ['process'], type: ['start']};
		}

		case 'sudo': {
			return {name: 'ran-command', category: ['process'], type: ['start']};
		}

		case 'file': {
			return fileActions[paths.at(-1)?.access ?? 'read'];
		}

		case 'network': {
			return {name: networkNames.get(operation) ?? operation, category: ['network'], type: ['connection', ...(operation.startsWith('accept') || operation === 'connect' ? ['start'] : [])]};
		}

		case 'login': {
			const known = loginActions.get(operation) ?? {name: operation.replaceAll('_', '-'), category: ['authentication'], type: ['info']};
			return outcome.isSuccess === false ? {...known, category: ['authentication']} : known;
		}

		case 'other': {
			return otherActions.get(operation) ?? {name: operation.replaceAll('_', '-'), category: [], type: ['info']};
		}

		default: {
			return kind satisfies never;
		}
	}
}

const fileActions: Readonly<Record<AuditAccess, EcsAction>> = {
	read: {name: 'opened-file', category: ['file'], type: ['access']},
	write: {name: 'wrote-to-file', category: ['file'], type: ['change']},
	create: {name: 'created-file', category: ['file'], type: ['creation']},
	delete: {name: 'deleted', category: ['file'], type: ['deletion']},
	rename: {name: 'renamed', category: ['file'], type: ['change']},
	attributes: {name: 'changed-file-attributes-of', category: ['file'], type: ['change']},
	execute: {name: 'executed', category: ['process'], type: ['start']},
};
const networkNames: ReadonlyMap<string, string> = new Map([['connect', 'connected-to'], ['bind', 'bound-socket'], ['accept', 'accepted-connection-from'], ['accept4', 'accepted-connection-from'], ['sendto', 'sent-to'], ['sendmsg', 'sent-to'], ['recvfrom', 'received-from'], ['recvmsg', 'received-from']]);
const loginActions: ReadonlyMap<string, EcsAction> = new Map([
	['login', {name: 'changed-login-id-to', category: ['session'], type: ['start']}],
	['user_login', {name: 'logged-in', category: ['authentication'], type: ['start']}],
	['user_logout', {name: 'logged-out', category: ['authentication'], type: ['end']}],
	['user_auth', {name: 'authenticated', category: ['authentication'], type: ['info']}],
	['user_acct', {name: 'was-authorized', category: ['authentication'], type: ['info']}],
	['user_start', {name: 'started-session', category: ['session'], type: ['start']}],
	['user_end', {name: 'ended-session', category: ['session'], type: ['end']}],
	['user_chauthtok', {name: 'changed-password', category: ['iam'], type: ['user', 'change']}],
	['cred_acq', {name: 'acquired-credentials', category: ['authentication'], type: ['info']}],
	['cred_refr', {name: 'refreshed-credentials', category: ['authentication'], type: ['info']}],
	['cred_disp', {name: 'disposed-credentials', category: ['authentication'], type: ['info']}],
]);
const otherActions: ReadonlyMap<string, EcsAction> = new Map([
	['config_change', {name: 'changed-audit-configuration', category: ['configuration'], type: ['change']}],
	['kill', {name: 'killed-pid', category: ['process'], type: ['end']}],
	['add_user', {name: 'added-user-account', category: ['iam'], type: ['user', 'creation']}],
	['del_user', {name: 'deleted-user-account', category: ['iam'], type: ['user', 'deletion']}],
	['add_group', {name: 'added-group-account', category: ['iam'], type: ['group', 'creation']}],
	['del_group', {name: 'deleted-group-account', category: ['iam'], type: ['group', 'deletion']}],
	['service_start', {name: 'started-service', category: ['process'], type: ['start']}],
	['service_stop', {name: 'stopped-service', category: ['process'], type: ['end']}],
	['system_boot', {name: 'booted-system', category: ['host'], type: ['start']}],
	['system_shutdown', {name: 'shutdown-system', category: ['host'], type: ['end']}],
]);
