import {printAddress} from '../store/address.ts';
import {wordTable} from '../store/query/field-table.ts';
import {isFound} from '../store/query/match-query.ts';
import type {Session} from '../store/store.ts';

/** One session as `ls --json` and `show --json` print it: unknown is null, times are ISO 8601 UTC. */
export function toSessionJson(session: Session): Readonly<Record<string, unknown>> {
	const {summary} = session;
	return {
		type: 'session',
		id: printAddress(session),
		host: session.host,
		rec: session.rec,
		user: session.user,
		session: session.auditSession ?? null,
		startedAt: toIso(session.startedAt),
		endedAt: toIso(session.endedAt),
		durationMs: session.lengthMs,
		live: session.state === 'live',
		columns: summary?.columns ?? null,
		rows: summary?.rows ?? null,
		commands: session.audit?.commands ?? null,
		messages: session.messages,
		sizeBytes: session.sizeBytes,
		flags: flagsOf(session),
		exit: session.exit ?? null,
		ending: summary?.recorder?.ending ?? null,
		seal: 'unchecked',
		gaps: summary?.gaps ?? null,
		gapMs: summary?.gapMs ?? null,
		tags: session.tags,
		lastCommand: session.audit?.lastCommand ?? null,
		indexed: summary?.indexedId === session.lastId,
	};
}

export function toIso(at: number | undefined): string | null {
	return at === undefined ? null : new Date(at).toISOString();
}

/** Words of the query field `has:` that hold for the session. */
function flagsOf(session: Session): string[] {
	return wordTable.filter(({name}) => isFound(session, {type: 'has', words: [name]})).map(({name}) => name);
}
