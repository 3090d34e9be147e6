import {nameUser} from '../../../format/audit/action/event-sign.ts';
import type {UnrecordedLogins} from '../../event.ts';
import type {Connection} from '../connection.ts';
import {readBytes, readNumber, readText} from '../row.ts';
import {unpackActions} from './event-block.ts';
import {readCommands} from './read-commands.ts';

/** Trails of logins that did something, of which no event is in any recording's time; `-1` is what belongs to no login. */
const unrecorded = `
	from trails where audit_session >= 0
		and exists (select 1 from events left join event_words using (event) left join words using (word) where events.trail = trails.trail and (is_command or field in ('cmd', 'file', 'net')))
		and trail not in (select trail from session_trails where exists (select 1 from events where events.trail = session_trails.trail and at between from_at and until_at))
`;

/** See `Store.listUnrecorded`. Runs inside a transaction. */
export function listUnrecorded(connection: Connection, limit: number): UnrecordedLogins {
	const total = readNumber(connection.prepare(`select count(*) as total ${unrecorded}`).get() ?? {}, 'total');
	const rows = connection.prepare(`
		select trail, host, boot, audit_session, (select min(at) from events where events.trail = trails.trail) as first_at, (select max(at) from events where events.trail = trails.trail) as last_at
		${unrecorded} order by last_at desc, trail desc limit ?
	`).all(limit);
	const logins = rows.map(row => {
		const [trail, boot] = [readNumber(row, 'trail'), readText(row, 'boot')];
		const [firstAt, lastAt] = [readNumber(row, 'first_at'), readNumber(row, 'last_at')];
		const counts = connection.prepare('select count(*) as events, count(*) filter (where is_command) as commands, max(is_root) as is_root from events where trail = ?').get(trail) ?? {};
		return {
			host: readText(row, 'host'),
			boot: boot === '' ? undefined : boot,
			auditSession: readNumber(row, 'audit_session'),
			user: readUser(connection, trail),
			firstAt,
			lastAt,
			audit: {
				events: readNumber(counts, 'events'),
				commands: readNumber(counts, 'commands'),
				...readCommands(connection, [{trail, fromAt: firstAt, untilAt: lastAt}]),
				isRoot: readNumber(counts, 'is_root') === 1,
			},
		};
	});
	return {logins, total};
}

/** Events of the login itself tell its user less surely than those of the programs behind it. */
const lookedAt = 20;

/** Who logged in, which stays the same through `sudo` and `su`. */
function readUser(connection: Connection, trail: number): string | undefined {
	const rows = connection.prepare(`select block, place from events where trail = ? order by at limit ${lookedAt}`).all(trail);
	const users = rows.flatMap(row => {
		const actions = unpackActions(readBytes(connection.prepare('select actions from event_blocks where block = ?').get(readNumber(row, 'block')) ?? {}, 'actions'));
		return actions[readNumber(row, 'place')]?.users.login ?? [];
	});
	return nameUser(users.find(({name}) => name !== undefined) ?? users[0]);
}
