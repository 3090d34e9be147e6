import {fillEnd, fillStart} from '../../console/text/fit-text.ts';
import {formatLength} from '../../console/text/format-length.ts';
import {formatSize} from '../../console/text/format-size.ts';
import {formatStart} from '../../console/text/format-time.ts';
import {measureText} from '../../console/text/measure-text.ts';
import {printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Context} from '../context.ts';
import {findZone} from '../find-zone.ts';
import {shortestRec} from '../shortest-rec.ts';
import {toIso} from '../session-json.ts';

type Column = {
	readonly title: string;
	readonly isNumber?: boolean;
	readonly read: (session: Session) => string;
	/** Left out when the terminal is narrow, the highest number first. */
	readonly leavesAt?: number;
	/** May be cut to so many columns when nothing more can be left out. */
	readonly leastColumns?: number;
};

const gap = '  ';

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
		countCommands(session),
		String(session.sizeBytes),
		flagsOf(session),
		printAddress(session),
		lastCommandOf(session),
	].map(value => showControls(value)).join('\t')}\n`).join('');
}

function printTable(sessions: readonly Session[], context: Context): string {
	const zone = findZone(context);
	const now = context.clock.now();
	const columns: readonly Column[] = [
		{title: 'START', read: ({startedAt}) => startedAt === undefined ? 'unknown' : formatStart(startedAt, now, zone)},
		{title: 'LENGTH', isNumber: true, read: ({lengthMs}) => formatLength(lengthMs)},
		{title: 'USER', read: ({user}) => showControls(user), leastColumns: 8},
		{title: 'HOST', read: ({host}) => showControls(host), leastColumns: 8},
		{title: 'CMDS', isNumber: true, read: session => countCommands(session), leavesAt: 1},
		{title: 'SIZE', isNumber: true, read: ({sizeBytes}) => formatSize(sizeBytes)},
		{title: 'FLAGS', read: session => flagsOf(session)},
		{title: 'ADDRESS', read: session => printAddress({host: session.host, rec: shortestRec(session, sessions)}), leastColumns: 12},
		{title: 'LAST COMMAND', read: session => showControls(lastCommandOf(session)), leavesAt: 2, leastColumns: 12},
	];
	const tables = [2, 1, 0].map(kept => measure(columns.filter(({leavesAt = 0}) => leavesAt <= kept), sessions));
	const most = context.stdout.columns;
	const table = tables.find(({widths}) => sumWidths(widths) <= most) ?? cutWidest(tables.at(-1) ?? measure(columns, sessions), most);
	return layOut(table).map(row => `${row}\n`).join('');
}

type Table = {
	readonly columns: readonly Column[];
	/** The header first. */
	readonly rows: ReadonlyArray<readonly string[]>;
	readonly widths: readonly number[];
};

function measure(columns: readonly Column[], sessions: readonly Session[]): Table {
	const rows = [columns.map(({title}) => title), ...sessions.map(session => columns.map(({read}) => read(session)))];
	return {columns, rows, widths: columns.map((_, index) => Math.max(...rows.map(row => measureText(row[index] ?? ''))))};
}

function sumWidths(widths: readonly number[]): number {
	return widths.reduce((sum, width) => sum + width, 0) + (gap.length * (widths.length - 1));
}

/** Take the columns that are missing from the widest of those that may be cut, one by one: a short name is not cut for a long one. */
function cutWidest(table: Table, most: number): Table {
	const widths = [...table.widths];
	const spareOf = (index: number): number => (widths[index] ?? 0) - (table.columns[index]?.leastColumns ?? Infinity);
	for (let excess = sumWidths(widths) - most; excess > 0; excess--) {
		const [widest] = widths.keys().filter(index => spareOf(index) > 0).toArray().toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
		if (widest === undefined) {
			break;
		}

		widths[widest] = (widths[widest] ?? 0) - 1;
	}

	return {...table, widths};
}

function layOut({columns, rows, widths}: Table): string[] {
	return rows.map(row => row.map((cell, index) => {
		const fill = columns[index]?.isNumber ? fillStart : fillEnd;
		return fill(cell, widths[index] ?? 0, '…');
	}).join(gap).trimEnd());
}

function countCommands({audit}: Session): string {
	return audit === undefined ? '-' : String(audit.commands);
}

function lastCommandOf({audit}: Session): string {
	return audit === undefined ? '(no audit)' : audit.lastCommand ?? '(no command)';
}

/** The six fixed slots of the console's list: root, input, audit, gap, seal, note. */
function flagsOf({summary, state, tags, noteCount, audit}: Session): string {
	const hasGap = summary !== undefined && summary.gaps > 0;
	return `${audit?.isRoot ? '#' : '-'}${summary?.hasInput ? 'i' : '-'}${audit === undefined ? '-' : 'a'}${hasGap ? 'g' : '-'}${state === 'broken' ? '!' : '-'}${tags.length > 0 || noteCount > 0 ? '*' : '-'}`;
}
