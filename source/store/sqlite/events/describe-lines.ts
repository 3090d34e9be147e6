import type {AuditAction} from '../../../format/audit/action/audit-action.ts';
import {describeEvent} from '../../../format/audit/action/describe-event.ts';
import {parseLine} from '../../../format/audit/line/parse-line.ts';
import {showRawLine} from '../../../format/audit/shipped/raw-line.ts';
import type {AuditRecord} from '../../../format/audit/record.ts';
import type {EventLines} from './event-block.ts';

/** Grows with each change of what events are said to mean: those that were described by another version are described anew. */
export const actionVersion = 2;

/** Ids are named by what the recorded host's daemon wrote behind the lines: this host's names would be other people's. */
const noNames = {findUser: () => undefined, findGroup: () => undefined};

/** Say what the lines of one event mean. A line that is no record is left out; of an event of such lines only, nothing is said. */
export function describeLines(lines: EventLines): AuditAction {
	const records = lines.flatMap((line): readonly AuditRecord[] => {
		const parsed = parseLine(showRawLine(line));
		return 'reason' in parsed ? [] : [parsed];
	});
	const [first] = records;
	return first === undefined ? {...nothing, title: showRawLine(lines[0] ?? '')} : describeEvent({node: first.node, seconds: first.seconds, milliseconds: first.milliseconds, serial: first.serial, records}, noNames);
}

const nothing: AuditAction = {
	kind: 'other',
	title: '',
	isNoise: false,
	operation: '',
	argv: [],
	cwd: undefined,
	executable: undefined,
	paths: [],
	addresses: [],
	users: {real: undefined, effective: undefined, login: undefined, subject: undefined},
	pid: undefined,
	parentPid: undefined,
	sessionId: undefined,
	tty: undefined,
	terminal: undefined,
	outcome: {isSuccess: undefined, exit: undefined, error: undefined},
	keys: [],
};
