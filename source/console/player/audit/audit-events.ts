import {findSign, nameUser} from '../../../format/audit/action/event-sign.ts';
import type {EventSign} from '../../../format/audit/action/event-sign.ts';
import {showRawLine} from '../../../format/audit/shipped/raw-line.ts';
import type {JoinedEvent} from '../../../playback/join/join-events.ts';
import type {EventKind, PlayerEvent} from '../events/player-event.ts';

/** Tell audit events for the list beside the recording, in their order; noise only where it is asked for. */
export function listAuditEvents(joined: readonly JoinedEvent[], {isNoiseShown}: {readonly isNoiseShown: boolean}): readonly PlayerEvent[] {
	const commands = new Map<number, Command>();
	return joined.flatMap(each => {
		const {pid, parentPid, kind, argv, executable, outcome} = each.event.action;
		if (kind === 'execute' && pid !== undefined && outcome.isSuccess !== false) {
			commands.set(pid, {pid, name: nameProgram(argv[0] ?? executable ?? ''), parentPid, parent: parentPid === undefined ? undefined : commands.get(parentPid)});
		}

		return each.isNoise && !isNoiseShown ? [] : [toEvent(each, findProcess(commands, {pid, parentPid}))];
	});
}

/** A process by what it ran last; one that began nothing while the log was written has only its number. */
type Command = {readonly pid: number; readonly name: string; readonly parentPid: number | undefined; readonly parent: Command | undefined};

function findProcess(commands: ReadonlyMap<number, Command>, {pid, parentPid}: {readonly pid: number | undefined; readonly parentPid: number | undefined}): Command | undefined {
	return pid === undefined ? undefined : commands.get(pid) ?? {pid, name: '', parentPid, parent: parentPid === undefined ? undefined : commands.get(parentPid)};
}

const kindBySign: Readonly<Record<EventSign, EventKind>> = {$: 'command', '#': 'command', r: 'file', w: 'file', n: 'network', l: 'login', a: 'other'};

function toEvent(joined: JoinedEvent, process: Command | undefined): PlayerEvent {
	const {positionMs, event: {action}} = joined;
	const {users, title} = action;
	const sign = findSign(action);
	return {
		kind: kindBySign[sign],
		sign,
		positionMs,
		untilMs: positionMs,
		text: title,
		who: nameUser(users.effective ?? users.real ?? users.subject),
		tellFacts: () => listFacts(joined, kindBySign[sign] === 'command', process),
	};
}

function listFacts({place, event}: JoinedEvent, isCommand: boolean, process: Command | undefined): ReturnType<PlayerEvent['tellFacts']> {
	const {action, lines, serial, boot} = event;
	const {cwd, executable, argv, users, outcome, paths, addresses, tty, terminal, keys, title} = action;
	const facts: ReadonlyArray<readonly [name: string, text: string | undefined]> = [
		[isCommand ? 'Command' : 'Event', title],
		...argv.length > 1 && isCommand ? argv.map((word, index) => [index === 0 ? 'Arguments' : '', `${index} ${word}`] as const) : [],
		['Ran as', describeUsers(users)],
		['Program', executable],
		['Directory', cwd],
		['Terminal', tty ?? terminal],
		['Result', describeOutcome(outcome)],
		['Process', process === undefined ? undefined : describeAncestry(process)],
		...paths.map(({path, access}, index) => [index === 0 ? 'Files' : '', `${access} ${path}`] as const),
		...addresses.map(({address, port}, index) => [index === 0 ? 'Network' : '', port === undefined ? address : `${address} port ${port}`] as const),
		['Rules', keys.length === 0 ? undefined : keys.join(', ')],
		['Joined', describePlace(place, boot !== undefined)],
		['Serial', serial],
		...lines.map((line, index) => [index === 0 ? 'Records' : '', showRawLine(line)] as const),
	];
	return facts.flatMap(([name, text]) => text === undefined ? [] : [[name, text] as const]);
}

const mostAncestors = 8;

/** From the oldest known one to the process itself, `bash 1471 › sudo 1510`. */
function describeAncestry(process: Command): string {
	const found: string[] = [];
	let next: Command | undefined = process;
	while (next !== undefined && found.length < mostAncestors) {
		const {pid, name, parentPid, parent}: Command = next;
		found.unshift(`${name} ${pid}`.trim());
		next = parent ?? (parentPid === undefined || parentPid <= 1 ? undefined : {pid: parentPid, name: '', parentPid: undefined, parent: undefined});
	}

	return found.join(' › ');
}

function nameProgram(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function describeUsers({real, effective, login}: JoinedEvent['event']['action']['users']): string | undefined {
	const ran = nameUser(effective ?? real);
	const from = nameUser(login);
	return ran === undefined ? from : (from === undefined || from === ran ? ran : `${ran}, logged in as ${from}`);
}

function describeOutcome({isSuccess, exit, error}: JoinedEvent['event']['action']['outcome']): string {
	return isSuccess === undefined ? 'not told' : (isSuccess ? `success${exit === undefined || exit === '0' ? '' : `, gave ${exit}`}` : `failed${error === undefined ? '' : `: ${error}`}`);
}

function describePlace(place: JoinedEvent['place'], isBootKnown: boolean): string {
	const by = isBootKnown ? 'by boot id and audit session' : 'by audit session and time (the log does not tell the boot)';
	return place === 'within' ? by : `${by}; ${place === 'before' ? 'before the recording began' : 'after the recording had ended'}`;
}
