import {fillEnd, fillStart} from '../../console/text/fit-text.ts';
import {formatLength} from '../../console/text/format-length.ts';
import {formatSize} from '../../console/text/format-size.ts';
import {formatStart} from '../../console/text/format-time.ts';
import {measureText} from '../../console/text/measure-text.ts';
import {printAddress, shortenRec} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Context} from '../context.ts';
import {findZone} from '../find-zone.ts';
import {toIso} from '../session-json.ts';

type Column = {
	readonly title: string;
	readonly isNumber?: boolean;
	readonly read: (session: Session) => string;
	/** Left out when the terminal is narrow, the highest number first. */
	readonly leavesAt?: number;
};

/** The table of `ls`: fitted to the terminal, or in a pipe whole values between TABs without a header. */
export function printSessions(sessions: readonly Session[], context: Context): string {
	return context.stdout.isTTY ? printTable(sessions, context) : printRows(sessions);
}

function printRows(sessions: readonly Session[]): string {
	return sessions.map(session => `${[
		toIso(session.startedAt) ?? '-',
		formatLength(session.lengthMs),
		session.user,
		session.host,
		'-',
		String(session.sizeBytes),
		flagsOf(session),
		printAddress(session),
		'(no audit)',
	].map(value => showControls(value)).join('\t')}\n`).join('');
}

function printTable(sessions: readonly Session[], context: Context): string {
	const zone = findZone(context);
	const now = context.clock.now();
	const columns: readonly Column[] = [
		{title: 'START', read: ({startedAt}) => startedAt === undefined ? 'unknown' : formatStart(startedAt, now, zone)},
		{title: 'LENGTH', isNumber: true, read: ({lengthMs}) => formatLength(lengthMs)},
		{title: 'USER', read: ({user}) => showControls(user)},
		{title: 'HOST', read: ({host}) => showControls(host)},
		{title: 'CMDS', isNumber: true, read: () => '-', leavesAt: 1},
		{title: 'SIZE', isNumber: true, read: ({sizeBytes}) => formatSize(sizeBytes)},
		{title: 'FLAGS', read: session => flagsOf(session)},
		{title: 'ADDRESS', read: session => printAddress({host: session.host, rec: shortestRec(session, sessions)})},
		{title: 'LAST COMMAND', read: () => '(no audit)', leavesAt: 2},
	];
	const tables = [2, 1, 0].map(kept => layOut(columns.filter(({leavesAt = 0}) => leavesAt <= kept), sessions));
	return tables.find(rows => rows.every(row => measureText(row) <= context.stdout.columns))?.map(row => `${row}\n`).join('')
		?? (tables.at(-1) ?? []).map(row => `${row}\n`).join('');
}

function layOut(columns: readonly Column[], sessions: readonly Session[]): string[] {
	const cells = sessions.map(session => columns.map(({read}) => read(session)));
	const widths = columns.map(({title}, index) => Math.max(title.length, ...cells.map(row => measureText(row[index] ?? ''))));
	const header = columns.map(({title}) => title);
	return [header, ...cells].map(row => row.map((cell, index) => {
		const fill = columns[index]?.isNumber ? fillStart : fillEnd;
		return fill(cell, widths[index] ?? 0, '…');
	}).join('  ').trimEnd());
}

/** The rec without its boot id, unless another session of the host shares it. */
function shortestRec({host, rec}: Session, sessions: readonly Session[]): string {
	const short = shortenRec(rec);
	return sessions.some(other => other.host === host && other.rec !== rec && shortenRec(other.rec) === short) ? rec : short;
}

/** The six fixed slots of the console's list: root, input, audit, gap, seal, note. */
function flagsOf({summary, state}: Session): string {
	const hasGap = summary !== undefined && summary.gaps > 0;
	return `-${summary?.hasInput ? 'i' : '-'}-${hasGap ? 'g' : '-'}${state === 'broken' ? '!' : '-'}-`;
}
