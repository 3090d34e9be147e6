import {printAddress} from '../../store/address.ts';
import type {Hit, MomentsPart} from '../../store/moments.ts';
import type {TextRange} from '../../store/query/text-range.ts';
import type {Session} from '../../store/store.ts';
import {printJson} from '../print-json.ts';
import {toIso} from '../session-json.ts';

/** Hits as JSON lines, and what was searched as the last. */
export async function * printHitsJson(parts: AsyncIterable<MomentsPart>): AsyncGenerator<string> {
	for await (const part of parts) {
		if (part.type === 'session') {
			yield part.hits.map(hit => `${printJson(toHitJson(part.session, hit))}\n`).join('');
		} else if (part.type === 'coverage') {
			const {searched, total, unindexed} = part;
			yield `${printJson({type: 'coverage', searched, total, unindexed})}\n`;
		}
	}
}

function toHitJson(session: Session, {kind, fromMs, untilMs, line, matches, event}: Hit): Readonly<Record<string, unknown>> {
	return {
		type: 'hit',
		id: printAddress(session),
		address: printAddress(session, fromMs),
		positionMs: fromMs,
		untilMs,
		at: toIso(event?.at ?? (session.startedAt === undefined ? undefined : session.startedAt + fromMs)),
		kind,
		line,
		match: matches.map(range => toCharacters(line, range)),
		user: session.user,
		host: session.host,
		eventId: event?.id ?? null,
		score: null,
	};
}

/** Counted in characters as most programs do, not in UTF-16 units. */
function toCharacters(line: string, {from, to}: TextRange): readonly [from: number, to: number] {
	const start = [...line.slice(0, from)].length;
	return [start, start + [...line.slice(from, to)].length];
}
