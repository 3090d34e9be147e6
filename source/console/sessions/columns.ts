import type {Session, SortField} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {formatAge, formatLength} from '../text/format-length.ts';
import {formatSize} from '../text/format-size.ts';
import {formatStart} from '../text/format-time.ts';
import type {View} from '../view.ts';
import {isAgeShown, isFresh} from './refresh.ts';

export type Column = {
	readonly head: string;
	readonly cells: number;
	/** Cells left blank behind it. */
	readonly space: number;
	readonly isRight: boolean;
	readonly sort: SortField | undefined;
	readonly write: (session: Session) => string;
};

const leadCells = 4; // Cursor, mark, live sign, blank.

/** What columns are called to choose them. */
export const columnNames: readonly string[] = ['start', 'length', 'user', 'host', 'cmds', 'size', 'flags', 'command'];

/** The columns that fit, with their widths. Names get what room is left, then the command. */
export function chooseColumns(view: View, columns: number): readonly Column[] {
	const isAge = isAgeShown(view.state);
	const isNarrow = view.layout.width === 'narrow';
	const all: readonly Column[] = [
		startColumn(view, isAge),
		lengthColumn(view, isNarrow || isAge ? 8 : 9),
		{head: 'USER', cells: 9, space: 1, isRight: false, sort: 'user', write: session => showControls(session.user)},
		{head: 'HOST', cells: isNarrow ? 10 : 11, space: 0, isRight: false, sort: 'host', write: session => showControls(session.host)},
		{head: 'CMDS', cells: 5, space: isNarrow ? 1 : 0, isRight: true, sort: 'commands', write: ({audit}) => audit === undefined ? '-' : String(audit.commands)},
		...(isNarrow ? [] : [{head: 'SIZE', cells: 7, space: 1, isRight: true, sort: 'size', write: session => formatSize(session.sizeBytes)} satisfies Column]),
		{head: 'FLAGS', cells: 6, space: 2, isRight: false, sort: undefined, write: session => writeFlags(session)},
		...(isNarrow ? [] : [{head: 'LAST COMMAND', cells: 12, space: 0, isRight: false, sort: undefined, write: ({audit}) => showControls(audit?.lastCommand ?? (audit === undefined ? '(no audit)' : '(no command)'))} satisfies Column]),
	];
	const {columns: wanted} = view.state.settings;
	const chosen = wanted === undefined ? all : all.filter(({head}) => wanted.includes(nameColumn(head)));
	return widen(dropToFit(chosen.length === 0 ? all : chosen, columns - leadCells), columns - leadCells);
}

function nameColumn(head: string): string {
	return head === 'AGO' ? 'start' : (head === 'LAST COMMAND' ? 'command' : head.toLowerCase());
}

/** `-` where a flag is off or not known yet: became root, input, audit, gap, seal; then `*` for a tag, a note or a bookmark. */
export function writeFlags({summary, audit, tags, noteCount}: Session): string {
	return `${audit?.isRoot ? '#' : '-'}${summary?.hasInput ? 'i' : '-'}${audit === undefined ? '-' : 'a'}${(summary?.gaps ?? 0) > 0 ? 'g' : '-'}-${tags.length > 0 || noteCount > 0 ? '*' : ''}`;
}

/** How long a session is; a running one that sends counts up. */
export function lengthOf(session: Session, now: number): number {
	return isFresh(session, now) && session.startedAt !== undefined ? Math.max(session.lengthMs, now - session.startedAt) : session.lengthMs;
}

function startColumn({state: {now, settings}}: View, isAge: boolean): Column {
	return isAge
		? {head: 'AGO', cells: 4, space: 0, isRight: true, sort: 'start', write: ({startedAt}) => startedAt === undefined ? '-' : formatAge(now - startedAt)}
		: {head: 'START', cells: 12, space: 0, isRight: false, sort: 'start', write: ({startedAt}) => startedAt === undefined ? '-' : formatStart(startedAt, now, settings.timeZone)};
}

function lengthColumn({state: {now}}: View, cells: number): Column {
	return {head: 'LENGTH', cells, space: 1, isRight: true, sort: 'length', write: session => formatLength(lengthOf(session, now))};
}

function measure(columns: readonly Column[]): number {
	return columns.reduce((sum, {cells, space}) => sum + cells + space, 0);
}

/** What matters least goes first. */
function dropToFit(columns: readonly Column[], room: number): readonly Column[] {
	let left = columns;
	for (const head of ['LAST COMMAND', 'CMDS', 'FLAGS', 'HOST']) {
		if (measure(left) - (left.at(-1)?.space ?? 0) > room) {
			left = left.filter(column => column.head !== head);
		}
	}

	return left;
}

/** What long names get on a wide screen. */
const extraCells: Readonly<Record<string, number>> = {USER: 5, HOST: 12};

/** Room that is left goes to names, up to what names need, and the rest to the command. */
function widen(columns: readonly Column[], room: number): readonly Column[] {
	let left = Math.max(0, room - measure(columns));
	return columns.map(column => {
		const most = column.head === 'LAST COMMAND' ? left : (room > 100 ? extraCells[column.head] ?? 0 : 0);
		const added = Math.min(left, most);
		left -= added;
		return {...column, cells: column.cells + added};
	});
}
