import type {Hit} from '../../../store/moments.ts';
import type {Gap} from '../../../store/store.ts';
import {groupDigits} from '../../text/format-length.ts';
import {listPlacedNotes} from '../notes/bookmarks.ts';
import type {PlacedNote} from '../notes/bookmarks.ts';
import type {PlayerState} from '../player-state.ts';
import {listAuditEvents} from '../audit/audit-events.ts';
import {mostAuditEvents} from '../audit/most-audit-events.ts';
import type {PlayerEvent} from './player-event.ts';
import {tellHit} from './tell-hit.ts';

/** All events of the recording that are known, by position. The same question gets the same answer: it is asked for each frame. */
export function listEvents({recording, notes, hits, typedLines, audit, session, panel: {isNoiseShown}}: PlayerState): readonly PlayerEvent[] {
	const unlisted = audit.length < mostAuditEvents ? 0 : (session.audit?.events ?? 0) - audit.length;
	const sources = [recording.gaps, notes, hits, typedLines, audit, unlisted, isNoiseShown];
	const known = answers.get(recording);
	if (known?.sources.every((source, index) => source === sources[index])) {
		return known.events;
	}

	const events = [
		...recording.gaps.map(gap => toProblem(gap)),
		...listPlacedNotes(notes).map(note => toNote(note)),
		...listAuditEvents(audit, {isNoiseShown}),
		...unlisted > 0 ? [toUnlisted(unlisted, audit)] : [],
		...typedLines.map(line => toTyped(line)),
		...(hits?.hits ?? []).map(hit => tellHit(hit)),
	].toSorted((a, b) => a.positionMs - b.positionMs);
	answers.set(recording, {sources, events});
	return events;
}

/** Those of the kinds that are shown. */
export function listShownEvents(player: PlayerState): readonly PlayerEvent[] {
	const {kinds} = player.panel;
	const events = listEvents(player);
	return kinds === 'all' ? events : events.filter(event => event.kind === kinds);
}

/** Index of the last event that has happened at a position; -1 before the first one. */
export function findCurrent(events: readonly PlayerEvent[], positionMs: number): number {
	return events.findLastIndex(event => event.positionMs <= positionMs);
}

const answers = new WeakMap<PlayerState['recording'], {readonly sources: readonly unknown[]; readonly events: readonly PlayerEvent[]}>();

const gapWords: Readonly<Record<Gap['kind'], string>> = {
	missing: 'messages missing',
	invalid: 'message cannot be read',
	clock: 'the host\'s clock was set',
	truncated: 'recording ends before its end mark',
	lost: 'the recorder could not write',
	damaged: 'the recorder\'s spool is damaged',
	hidden: 'text that is not shown',
	late: 'messages came after later ones',
};

function toProblem({kind, fromMs, untilMs, firstId, lastId, detail}: Gap): PlayerEvent {
	const length = untilMs > fromMs && kind !== 'late' && kind !== 'hidden' ? `gap ${((untilMs - fromMs) / 1000).toFixed(1)} s, ` : '';
	return {
		kind: 'problem',
		positionMs: fromMs,
		untilMs,
		text: length + detail,
		who: undefined,
		tellFacts: () => [
			['Kind', gapWords[kind]],
			['Found', detail],
			['Messages', firstId === lastId ? String(firstId) : `${firstId} to ${lastId}`],
		],
	};
}

/** Where the list of audit events ends before they do. */
function toUnlisted(count: number, audit: PlayerState['audit']): PlayerEvent {
	const positionMs = audit.at(-1)?.positionMs ?? 0;
	const text = `${groupDigits(count)} more audit events are not listed: scribery show --events tells all`;
	return {kind: 'problem', positionMs, untilMs: positionMs, text, who: undefined, tellFacts: () => [['Found', text]]};
}

function toNote({kind, positionMs, text, who, at}: PlacedNote): PlayerEvent {
	const word = kind === 'bookmark' ? 'Bookmark' : 'Note';
	return {
		kind: 'note', positionMs, untilMs: positionMs, text: text === '' ? `${who}: ${word.toLowerCase()}` : `${who}: ${text}`, who: undefined, tellFacts: () => [[word, text === '' ? 'without words' : text], ['Said by', `${who}, ${new Date(at).toISOString()}`]],
	};
}

function toTyped({fromMs, untilMs, line}: Hit): PlayerEvent {
	return {kind: 'typed', positionMs: fromMs, untilMs, text: line, who: undefined, tellFacts: () => [['Typed', line]]};
}
