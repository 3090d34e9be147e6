import {printAddress} from '../store/address.ts';
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
		commands: null,
		messages: session.messages,
		sizeBytes: session.sizeBytes,
		flags: flagsOf(session),
		exit: session.exit ?? null,
		seal: 'unchecked',
		gaps: summary?.gaps ?? null,
		gapMs: summary?.gapMs ?? null,
		tags: [],
		lastCommand: null,
		indexed: summary?.indexedId === session.lastId,
	};
}

export function toIso(at: number | undefined): string | null {
	return at === undefined ? null : new Date(at).toISOString();
}

/** Words of the query field `has:` that hold for the session. */
function flagsOf({state, summary}: Session): string[] {
	return [
		...(summary !== undefined && summary.gaps > 0 ? ['gap'] : []),
		...(summary?.hasInput ? ['input'] : []),
		...(state === 'live' ? ['live'] : []),
		...(summary !== undefined && summary.resizes > 0 ? ['resize'] : []),
		...(state === 'broken' ? ['broken'] : []),
		...(summary?.isPipe ? ['pipe'] : []),
	];
}
