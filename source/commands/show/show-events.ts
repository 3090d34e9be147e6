import {showRawLine} from '../../format/audit/shipped/raw-line.ts';
import {findSign, nameUser} from '../../format/audit/action/event-sign.ts';
import type {JoinedEvent} from '../../playback/join/join-events.ts';
import {readJoinedEvents} from '../../playback/join/read-joined-events.ts';
import {printPosition} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {writeToStream} from '../export/write-export.ts';
import {printJson} from '../print-json.ts';
import {printEventId} from '../../store/print-event-id.ts';
import {toIso} from '../session-json.ts';
import type {View} from './view.ts';

/** What audit events tell of a recording's session, by position. Noise is counted on stderr unless it is asked for. */
export const showEvents: View = async ({store, session, isJson, isAll}, {stdout, stderr}) => {
	const gaps = (await store.getIndexMarks(session))?.gaps ?? [];
	const events = await readJoinedEvents(store, {session, lengthMs: session.lengthMs, gaps});
	const shown = events.filter(({isNoise}) => isAll || !isNoise);
	await writeToStream(print(shown, isJson), stdout);
	if (events.length === 0) {
		stderr.write(`scribery: no audit events are joined to this recording: ${explain(session)}\n`);
	} else if (shown.length < events.length) {
		stderr.write(`scribery: ${events.length - shown.length} more events are what every program does by itself; --all shows them\n`);
	}
};

async function * print(events: readonly JoinedEvent[], isJson: boolean): AsyncGenerator<string> {
	for (const event of events) {
		yield `${isJson ? printJson(toEventJson(event)) : printRow(event)}\n`;
	}
}

function explain({auditSession, startedAt}: Parameters<View>[0]['session']): string {
	return auditSession === undefined
		? 'it was recorded outside of an audit session'
		: (startedAt === undefined ? 'it has no wall clock to find them by' : `none of audit session ${auditSession} on its host are in this store (scribery import audit.log)`);
}

function printRow({positionMs, event: {action}}: JoinedEvent): string {
	return [printPosition(positionMs), findSign(action), nameUser(action.users.effective ?? action.users.real ?? action.users.subject) ?? '-', action.title].map(cell => showControls(cell)).join('\t');
}

/** What is unknown is null. */
function toEventJson({positionMs, place, isNoise, event}: JoinedEvent): Readonly<Record<string, unknown>> {
	const {at, serial, auditSession, action, lines} = event;
	const {users, outcome} = action;
	return {
		type: 'event',
		id: printEventId(event),
		serial,
		positionMs,
		place,
		at: toIso(at),
		kind: action.kind,
		title: action.title,
		noise: isNoise,
		uid: users.real?.id ?? null,
		euid: users.effective?.id ?? null,
		auid: users.login?.id ?? null,
		user: nameUser(users.effective) ?? null,
		session: auditSession ?? null,
		pid: action.pid ?? null,
		ppid: action.parentPid ?? null,
		exe: action.executable ?? null,
		argv: action.argv,
		cwd: action.cwd ?? null,
		tty: action.tty ?? action.terminal ?? null,
		files: action.paths,
		peer: action.addresses,
		success: outcome.isSuccess ?? null,
		exit: outcome.exit ?? null,
		keys: action.keys,
		records: lines.map(line => showRawLine(line)),
	};
}
