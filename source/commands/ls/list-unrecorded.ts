import {logAccess} from '../../access/log-access.ts';
import {fillEnd} from '../../console/text/fit-text.ts';
import {measureText} from '../../console/text/measure-text.ts';
import type {UnrecordedLogin} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {UserError} from '../../user-error.ts';
import type {Context} from '../context.ts';
import {printJson} from '../print-json.ts';
import {toIso} from '../session-json.ts';
import {withStore} from '../with-store.ts';

type Request = {
	readonly input: readonly string[];
	readonly view: string | undefined;
	readonly limit: number;
	readonly address: string;
	readonly isJson: boolean;
};

/** Print the logins that have audit events and no recording, those of the latest events first; gives the exit code. */
export async function listUnrecorded({input, view, limit, address, isJson}: Request, context: Context): Promise<number> {
	if (input.length > 0 || view !== undefined) {
		throw new UserError('ls: --unrecorded takes no search: searches are about recordings, and these logins have none');
	}

	const {logins, total} = await withStore(address, 'read', context, async store => {
		await logAccess(store, {action: 'list', what: '--unrecorded', detail: ''}, context);
		return store.listUnrecorded(limit);
	});
	const {stdout, stderr} = context;
	stdout.write(isJson ? logins.map(login => `${printJson(toJson(login))}\n`).join('') : (stdout.isTTY ? printTable(logins, stdout.columns) : printRows(logins)));
	if (total === 0) {
		stderr.write('No login here has audit events and no recording.\n');
	} else if (total > logins.length) {
		stderr.write(`${logins.length} of ${total} shown: --limit shows more.\n`);
	}

	return total === 0 ? 1 : 0;
}

/** What is unknown is null. */
function toJson({host, boot, auditSession, user, firstAt, lastAt, audit}: UnrecordedLogin): Readonly<Record<string, unknown>> {
	return {
		type: 'login',
		host,
		boot: boot ?? null,
		session: auditSession,
		user: user ?? null,
		firstAt: toIso(firstAt),
		lastAt: toIso(lastAt),
		events: audit.events,
		commands: audit.commands,
		root: audit.isRoot,
		firstCommands: audit.firstCommands,
		lastCommand: audit.lastCommand ?? null,
	};
}

const header = ['FIRST EVENT', 'LAST EVENT', 'USER', 'HOST', 'SESSION', 'EVENTS', 'CMDS', 'FLAGS', 'FIRST COMMANDS'];

function listCells({host, auditSession, user, firstAt, lastAt, audit}: UnrecordedLogin): readonly string[] {
	return [toIso(firstAt) ?? '-', toIso(lastAt) ?? '-', user ?? '-', host, String(auditSession), String(audit.events), String(audit.commands), audit.isRoot ? '#' : '-', audit.firstCommands.join('; ')].map(cell => showControls(cell));
}

function printRows(logins: readonly UnrecordedLogin[]): string {
	return logins.map(login => `${listCells(login).join('\t')}\n`).join('');
}

function printTable(logins: readonly UnrecordedLogin[], columns: number): string {
	const rows = logins.length === 0 ? [] : [header, ...logins.map(login => listCells(login))];
	const widths = header.map((_, index) => Math.max(...rows.map(row => measureText(row[index] ?? ''))));
	return rows.map(row => `${fillEnd(row.map((cell, index) => fillEnd(cell, widths[index] ?? 0, '…')).join('  '), columns, '…').trimEnd()}\n`).join('');
}
