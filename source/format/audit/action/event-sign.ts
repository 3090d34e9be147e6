import type {AuditAction, AuditUser} from './audit-action.ts';

/** The one character that stands for what an event was: `$` a command, `#` one with the rights of user 0, `r` a file read, `w` one written, removed or changed, `n` network, `l` a login or `sudo`, `a` anything else. */
export type EventSign = '$' | '#' | 'r' | 'w' | 'n' | 'l' | 'a';

export function findSign({kind, paths, users}: AuditAction): EventSign {
	switch (kind) {
		case 'execute': {
			return users.effective?.id === 0 ? '#' : '$';
		}

		case 'file': {
			return paths.every(({access}) => access === 'read' || access === 'execute') ? 'r' : 'w';
		}

		case 'network': {
			return 'n';
		}

		case 'login':
		case 'sudo': {
			return 'l';
		}

		case 'other': {
			return 'a';
		}

		default: {
			return kind satisfies never;
		}
	}
}

/** By name where the log has one, else by number; text of the log as it is. */
export function nameUser(user: AuditUser | undefined): string | undefined {
	return user?.name ?? (user?.id === undefined ? undefined : String(user.id));
}
