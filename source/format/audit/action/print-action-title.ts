import type {AuditAction} from './audit-action.ts';
import {printCommand} from './print-command.ts';

/** One line that says what was done, to what, and that it failed where it did. */
export function printActionTitle(action: Omit<AuditAction, 'title' | 'isNoise'>): string {
	const {isSuccess, error} = action.outcome;
	const failure = isSuccess === false ? ` (failed${error === undefined ? '' : `: ${error}`})` : '';
	return `${printDeed(action)}${failure}`;
}

function printDeed({kind, operation, argv, executable, paths, addresses, users}: Omit<AuditAction, 'title' | 'isNoise'>): string {
	switch (kind) {
		case 'execute': {
			return argv.length > 0 ? printCommand(argv) : `execute ${paths[0]?.path ?? executable ?? 'a program'}`;
		}

		case 'sudo': {
			return `sudo ${argv.join(' ')}`;
		}

		case 'file': {
			const verb = paths.at(-1)?.access; // What came of it stands last; before it what it was made of.
			return verb === undefined ? operation : `${verb} ${paths.filter(({access}) => access === verb).map(({path}) => path).join(' ')}`;
		}

		case 'network': {
			return `${operation} ${addresses.map(({address, port}) => port === undefined ? address : (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`)).join(' ')}`;
		}

		case 'login': {
			const who = users.subject?.name ?? users.login?.name ?? '';
			const from = addresses.map(({address}) => ` from ${address}`).join('');
			return `${operation.replaceAll('_', ' ')}${who === '' ? '' : ` ${who}`}${from}`;
		}

		case 'other': {
			return operation.replaceAll('_', ' ');
		}

		default: {
			return kind satisfies never;
		}
	}
}
