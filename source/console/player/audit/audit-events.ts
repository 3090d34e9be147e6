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
			commands.set(pid, {name: nameProgram(argv[0] ?? executable ?? ''), parentPid});
		}

		return each.isNoise && !isNoiseShown ? [] : [toEvent(each, pid === undefined ? [] : listAncestors(commands, {pid, parentPid}))];
	});
}

/** What a process ran last. */
type Command = {readonly name: string; readonly parentPid: number | undefined};

const kindBySign: Readonly<Record<EventSign, EventKind>> = {$: 'command', '#': 'command', r: 'file', w: 'file', n: 'network', l: 'login', a: 'other'};

function toEvent({positionMs, place, event}: JoinedEvent, ancestors: readonly string[]): PlayerEvent {
	const {action, lines, serial} = event;
	const {cwd, executable, argv, users, outcome, paths, addresses, tty, terminal, keys} = action;
	const sign = findSign(action);
	const facts: ReadonlyArray<readonly [name: string, text: string | undefined]> = [
		[kindBySign[sign] === 'command' ? 'Command' : 'Event', action.title],
		...argv.length > 1 && kindBySign[sign] === 'command' ? argv.map((word, index) => [index === 0 ? 'Arguments' : '', `${index} ${word}`] as const) : [],
		['Ran as', describeUsers(users)],
		['Program', executable],
		['Directory', cwd],
		['Terminal', tty ?? terminal],
		['Result', describeOutcome(outcome)],
		['Process', ancestors.length === 0 ? undefined : ancestors.join(' › ')],
		...paths.map(({path, access}, index) => [index === 0 ? 'Files' : '', `${access} ${path}`] as const),
		...addresses.map(({address, port}, index) => [index === 0 ? 'Network' : '', port === undefined ? address : `${address} port ${port}`] as const),
		['Rules', keys.length === 0 ? undefined : keys.join(', ')],
		['Joined', describePlace(place, event.boot !== undefined)],
		['Serial', serial],
		...lines.map((line, index) => [index === 0 ? 'Records' : '', showRawLine(line)] as const),
	];
	return {
		kind: kindBySign[sign],
		sign,
		positionMs,
		untilMs: positionMs,
		text: action.title,
		who: nameUser(users.effective ?? users.real ?? users.subject),
		facts: facts.flatMap(([name, text]) => text === undefined ? [] : [[name, text] as const]),
	};
}

const mostAncestors = 8;

/** From the oldest known one to the process itself, `bash 1471 › sudo 1510`; a process that began nothing while the log was written has only its number. */
function listAncestors(commands: ReadonlyMap<number, Command>, {pid, parentPid}: {readonly pid: number; readonly parentPid: number | undefined}): readonly string[] {
	const name = (process: number): string => `${commands.get(process)?.name ?? ''} ${process}`.trim();
	const found = [name(pid)];
	for (let next = parentPid; next !== undefined && next > 1 && found.length < mostAncestors; next = commands.get(next)?.parentPid) {
		found.unshift(name(next));
	}

	return found;
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
